package text

// Languages we do not read, by their most frequent words. They are here so that a
// text in one of them is not taken for its nearest relative.

var foreign = []string{
	// Danish and Norwegian
	`og jeg det er ikke til en et af av på som med for den at har var vi kan skal
		hvis hvor når eller fra blir bliver noget noe også også efter etter mig meg min ønsker gerne gjerne slik
		sådan brukere bruger passord adgangskode vis brukerne kunne vil være hvad hva dette`,
	// Italian
	`il lo la i gli le un una di che e è in per con non si da del della dei delle al
		alla nel nella come voglio vorrei posso questo questa sono essere ha anche più ma se quando utente mi mio
		mia possa dal dalla sul sulla degli ai alle ci cui`,
	// Catalan
	`el la els les un una de que i en per amb no es del dels als com vull puc aquest
		aquesta són ser té també més però si quan usuari perquè meu meva pel pels seu seva amb fer cada poder afegir mostrar comanda`,
	// Galician
	`o a os as un unha de que e en por con non se do da dos das ao como quero podo
		este esta son ser ten tamén máis pero cando usuario meu miña polo pola unhas uns nos ou xa engadir mostrar engade pedido`,
	// Romanian
	`și de la în un o care că nu pe cu este să din pentru ca mai au fost sunt sau dar
		când vreau pot utilizator astfel încât al ale lui prin se le am iar`,
	// Polish
	`i w na z do nie że się jest to jak o po ale dla od przez za przy jako chcę mogę
		aby żeby móc użytkownik oraz lub czy już jego jej ich tego ten ta te są był może być mnie gdy który która
		które więc tak`,
	// Czech and Slovak
	`a v na se je že z do s o k i pro jako chci mohu aby abych uživatel po ve jsem
		jsou byl nebo ale tak když který která které bych by ze za od má může být jeho sa som chcem môžem ako pri`,
	// Finnish
	`ja on ei se että en hän mutta ovat oli kun niin kuin joka myös voi haluan jotta
		käyttäjänä minä tämä sen mitä olla tai jos vain nyt sekä pitäisi voin siitä ole jossa`,
	// Turkish
	`ve bir bu da de için ile olarak istiyorum çok var ne ki ama gibi daha olan
		kullanıcı böylece veya mi her sonra kadar ben değil şekilde bunu`,
	// Hungarian
	`a az és hogy nem egy is van ez de szeretném mint felhasználó ha meg csak el már
		kell lehet vagy azt ezt én még be ki szeretnék tudjam`,
	// Indonesian and Malay
	`yang dan di ke dari untuk dengan saya ini itu tidak sebagai agar pada dapat akan
		bisa ingin pengguna ada adalah supaya atau oleh juga`,
	// Afrikaans
	`die en van ek is nie te om dat vir met op wat sy aan as het hulle hierdie
		gebruiker kan sodat wil word ons n baie wys wagwoord rekening strokie`,
	// Vietnamese, written in Latin letters
	`la va cua cho toi khong duoc mot co trong voi nguoi muon de nhu cac`,
	// Croatian, Serbian, Slovenian
	`i u na je da se za od su kao ne s o koji želim bih mogu korisnik ali ili što sam
		ako kada biti in v ki ni kot`,
}

// letters are hints that weigh like a part of a word: who uses them, the seven
// languages first and the others by their place in foreign.
var letters = map[rune]languageSet{
	'ß': of(German), 'ñ': of(Spanish) | others(3), '¿': of(Spanish), '¡': of(Spanish),
	'ã': of(Portuguese), 'õ': of(Portuguese), 'å': of(Swedish) | others(0), 'ä': of(German, Swedish) | others(7),
	'ö': of(German, Swedish) | others(7, 8, 9), 'ø': others(0), 'æ': others(0), 'ò': others(1, 2),
	'ł': others(5), 'ą': others(5), 'ę': others(5), 'ż': others(5), 'ś': others(5), 'ź': others(5),
	'ě': others(6), 'ř': others(6), 'ů': others(6), 'č': others(6, 13), 'š': others(6, 13), 'ž': others(6, 13),
	'ı': others(8), 'ş': others(8), 'ğ': others(8), 'ő': others(9), 'ű': others(9),
	'ă': others(4, 12), 'ț': others(4), 'ș': others(4), 'đ': others(12, 13), 'ơ': others(12), 'ư': others(12), 'ć': others(5, 13),
}
