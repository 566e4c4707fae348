"""A spokesperson as a card for address books (vCard 3.0, RFC 2426)."""

import vobject

from contactdays.agendas.lines import one_line
from contactdays.press.queries.roster import ShownSpokesperson


def to_vcard(shown: ShownSpokesperson, *, organisation: str) -> bytes:
    """``shown`` as a vCard in UTF-8: the name, what for, and what the person agreed to. No value can begin a line."""
    card = vobject.vCard()
    name = one_line(shown.name)
    card.add("n").value = vobject.vcard.Name(family=name)
    card.add("fn").value = name
    if issuer := one_line(organisation):
        card.add("org").value = [issuer]
    if role := one_line(shown.role):
        card.add("title").value = role
    for kind, number in (("WORK", shown.landline), ("CELL", shown.mobile)):
        if number:
            telephone = card.add("tel")
            telephone.value, telephone.type_param = one_line(number), kind
    if shown.email:
        card.add("email").value = one_line(shown.email)
    return bytes(card.serialize().encode())
