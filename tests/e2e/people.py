"""Being somebody of the demo, chosen by what the list says of them."""

ORGANISER, PRESS_OFFICER, COMPANY, AMBASSADOR = "organiser", "press officer", "Acme nv", "Embassy in Nairobi"
HOMES = {ORGANISER: "organiser/**", PRESS_OFFICER: "press-office/", COMPANY: "agenda/", AMBASSADOR: "agenda/"}


def sign_in(page, site, who):
    """Sign in as the first who is ``who``; the page is theirs then."""
    page.goto(f"{site}/en/week-2026/account/demo/")
    page.get_by_role("listitem").filter(has_text=who).first.get_by_role("button").click()
    page.wait_for_url(f"**/en/week-2026/{HOMES[who]}")
    return page
