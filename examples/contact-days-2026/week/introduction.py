"""What the public front page says of the week, in the ministry's words."""

INTRODUCTIONS = {
    "nl": (
        "Van 2 tot 6 februari 2026 komen de Belgische ambassadeurs, permanente vertegenwoordigers en "
        "consuls-generaal uit de hele wereld naar Brussel. Een week lang delen zij in het Egmontpaleis hun "
        "ervaring met elkaar en met wie in België het buitenlands beleid mee maakt. De twee woorden van deze "
        "week zijn weerbaarheid en impact.\n\n"
        "De minister van Buitenlandse Zaken stelt de strategische richtlijnen voor het komende jaar voor. De "
        "posthoofden ontmoeten de eerste minister, verschillende federale ministers en de "
        "minister-presidenten van de gewesten en de gemeenschappen. In rondetafels gaan zij met elkaar in "
        "gesprek over de voornaamste internationale uitdagingen.\n\n"
        "Op woensdagmiddag staan de gesprekken met bedrijven centraal. Ook Enabel, BIO en de internationale "
        "financiële instellingen nemen aan de week deel. Een bezoek aan de haven van Antwerpen en een "
        "ontvangst in het Kasteel van Laken sluiten bij het programma aan."
    ),
    "fr": (
        "Du 2 au 6 février 2026, les ambassadeurs, les représentants permanents et les consuls généraux de "
        "Belgique viennent du monde entier à Bruxelles. Durant une semaine, au palais d’Egmont, ils partagent "
        "leur expérience entre eux et avec celles et ceux qui, en Belgique, font la politique étrangère. Les "
        "deux mots de cette semaine sont résilience et impact.\n\n"
        "La ministre des Affaires étrangères présente les lignes stratégiques pour l’année à venir. Les chefs "
        "de poste rencontrent le Premier ministre, plusieurs ministres fédéraux et les ministres-présidents "
        "des Régions et des Communautés. Lors de tables rondes, ils débattent entre eux des principaux défis "
        "internationaux.\n\n"
        "L’après-midi du mercredi est consacré aux entretiens avec les entreprises. Enabel, BIO et les "
        "institutions financières internationales participent également à la semaine. Une visite du port "
        "d’Anvers et une réception au château de Laeken complètent le programme."
    ),
    "de": (
        "Vom 2. bis 6. Februar 2026 kommen die belgischen Botschafterinnen und Botschafter, Ständigen "
        "Vertreterinnen und Vertreter sowie Generalkonsulinnen und Generalkonsuln aus aller Welt nach "
        "Brüssel. Eine Woche lang teilen sie im Egmont-Palast ihre Erfahrungen miteinander und mit allen, die "
        "in Belgien die Außenpolitik mitgestalten. Die zwei Wörter dieser Woche sind Widerstandsfähigkeit und "
        "Wirkung.\n\n"
        "Die Ministerin der Auswärtigen Angelegenheiten stellt die strategischen Leitlinien für das kommende "
        "Jahr vor. Die Leiterinnen und Leiter der Vertretungen treffen den Premierminister, mehrere föderale "
        "Minister und die Ministerpräsidenten der Regionen und Gemeinschaften. An runden Tischen sprechen sie "
        "über die wichtigsten internationalen Herausforderungen.\n\n"
        "Der Mittwochnachmittag gehört den Gesprächen mit Unternehmen. Auch Enabel, BIO und die "
        "internationalen Finanzinstitutionen nehmen an der Woche teil. Ein Besuch im Hafen von Antwerpen und "
        "ein Empfang auf Schloss Laeken ergänzen das Programm."
    ),
    "en": (
        "From 2 to 6 February 2026, Belgium’s ambassadors, permanent representatives and consuls-general come "
        "to Brussels from all over the world. For a week at Egmont Palace they share their experience with "
        "each other and with those who shape foreign policy at home. The two words of this week are "
        "resilience and impact.\n\n"
        "The Minister of Foreign Affairs presents the strategic guidelines for the coming year. The heads of "
        "mission meet the Prime Minister, several federal ministers, and the minister-presidents of the "
        "Regions and Communities. At round tables they discuss the main international challenges with each "
        "other.\n\n"
        "Wednesday afternoon is given to talks with companies. Enabel, BIO and the international financial "
        "institutions also take part in the week. A visit to the port of Antwerp and a reception at Laeken "
        "Castle complete the programme."
    ),
}
