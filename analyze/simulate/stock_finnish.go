package simulate

// finnishStock is what a team writes about that writes Finnish: a library.
var finnishStock = stock{
	Variants:   []string{"lapsille", "kirjastoautossa", "Tampereella", "verkossa", "kouluissa", "ryhmille"},
	Symptoms:   []string{"Väärä päivämäärä", "Tyhjä sivu", "Kuva puuttuu", "Viesti tulee kahdesti", "Nappi ei toimi"},
	Places:     []string{"lainauksessa", "varauksissa", "vanhoissa puhelimissa", "etusivulla", "haussa", "kirjautumisen jälkeen"},
	Components: []string{"loan service", "search index", "mail queue"},
	Criteria:   []string{"Toimii ilman hiirtä", "Teksti on suomeksi ja ruotsiksi", "Vanhat lainat näkyvät ennallaan", "Tyhjä kenttä mainitaan", "Vahvistus tulee sähköpostiin", "Luku näkyy viikkoraportissa"},
	Background: []string{"Asiakaspalvelu kuulee tästä joka päivä.", "Kyselyssä tämä oli toiseksi yleisin toive.", "Nyt tähän tarvitaan puhelinsoitto.", "Kokeilimme tätä paperilla ja se ymmärrettiin heti."},
	Questions:  []question{{"koskeeko tämä myös vanhoja lainoja?", "Kyllä, niitäkin."}, {"voiko kentän jättää tyhjäksi?", "Voi, se on vapaaehtoinen."}, {"kuinka kauan viesti näkyy?", "Kunnes se suljetaan."}},
	Tongue: &tongue{
		Story:   "Olen %s ja haluan %s, jotta %s.",
		Heading: "Hyväksymiskriteerit:",
		Notes:   []string{"Katso liite.", "Sovittu viikkokokouksessa.", "Kuten vanhassa järjestelmässä."},
		Details: []string{"sama paikka kuin nyt", "väri ohjeen mukaan", "järjestys nimen mukaan", "enintään kymmenen riviä"},
		Wishes:  []string{"Hei, voisimmeko saada tämän: %s?", "Toiveemme: %s.", "Ottakaa suunnitelmaan: %s."},
	},
	Themes: []theme{
		{"Lainaaminen", "Lainaaja löytää kirjan ja saa sen mukaansa ilman jonoa, mitataan joka kuukausi.",
			[]string{"lapsiperheen äiti", "opiskelija ennen tenttiä"}, []string{"Lainaaminen onnistuu ilman jonoa"},
			[]want{
				{"Lainojen uusiminen puhelimella", "uusia lainani puhelimella", "en myöhästy"}, {"Varausten järjestys näkyviin", "nähdä paikkani jonossa", "tiedän milloin kirja tulee"},
				{"Muistutus eräpäivästä", "saada muistutuksen ajoissa", "vältän maksun"}, {"Lainakortti puhelimeen", "käyttää puhelinta korttina", "en tarvitse lompakkoa"},
			}},
		{"Hakeminen", "Kolme neljästä hausta päättyy kirjaan, nyt niin käy joka toiselle.",
			[]string{"eläkeläinen ilman lukulaseja", "koululainen"}, []string{"Haku ymmärtää kirjoitusvirheet"},
			[]want{
				{"Kirjoitusvirheet haussa", "löytää kirjan vaikka kirjoitan väärin", "en luovu hausta"}, {"Haku aiheen mukaan", "hakea aiheella", "löydän uutta luettavaa"},
				{"Saatavuus haussa", "nähdä missä kirja on hyllyssä", "voin hakea sen tänään"}, {"Kansikuvat tuloksissa", "nähdä kannet", "tunnistan kirjan"},
			}},
	},
}

var finnishGoals = []string{
	"Lainaaminen onnistuu ilman jonoa", "Haku ymmärtää kirjoitusvirheet", "Varaus kertoo paikan jonossa", "Muistutus tulee ajoissa",
	"Puhelin käy korttina", "Kannet näkyvät tuloksissa", "Kirja löytyy oikeasta hyllystä", "Koululainen löytää luettavaa",
	"Kirjastoauto kertoo reittinsä", "Ryhmä saa tilan verkosta", "Sakon voi maksaa puhelimella", "Uusi asiakas saa kortin heti",
	"Kirjan voi palauttaa minne vain", "Äänikirja aukeaa yhdellä painalluksella", "Toive menee oikealle ihmiselle",
	"Tapahtumat löytyvät kartalta", "Lehdet voi lukea kotona", "Vanha puhelin riittää", "Isompi teksti kaikkialla", "Suomi ja ruotsi samalla sivulla",
}
