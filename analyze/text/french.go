package text

// French: the words and phrases by which it is read. Elided words are words of their
// own ("l'utilisateur" is l, utilisateur).

var french = table{
	function: `le la les de des du et est un une que qui dans en pour pas sur il elle au aux avec par plus ne se
		ce cette ces son sa ses je nous vous ils elles mon ma mes notre nos votre ou mais si tout tous toute être
		avoir fait comme été sont ont peut doit afin tant l d qu n j c s y sans lors lorsque quand dont leur leurs
		même après avant depuis encore aussi veux voudrais souhaite pouvoir puisse à où cela ça chaque aucun aucune
		très bien faut merci`,
	titles: `afficher réinitialiser ajouter modifier supprimer utilisateur utilisateurs facture factures commande commandes permettre`,

	openers: []string{
		"en tant que|qu (un|une)", "en ma qualité de|d", "en qualité de|d", "dans mon rôle de|d",
		"dans le rôle de|d",
	},
	bare:     []string{"^comme"},
	definite: nil,
	myWish: []string{
		"je (ne|n) (le|la|les|l|me|m) (y) veux|voudrais|souhaite|souhaiterais|désire|désirerais|peux|dois|aimerais|vois|reçois|préfère|pourrai|pourrais|puisse|cherche|suis|vais|devrais",
		"j (ai|aimerais|aimerai|attends|espère|aurais|obtiens|utilise)", "il me faut|faudrait", "je (ne) m attends",
	},
	wishes: []string{
		"nous (ne) voulons|voudrions|souhaitons|souhaiterions|désirons|pouvons|devons|aimerions|avons",
		"on (ne) veut|souhaite|voudrait|peut|doit|aimerait", "il doit|devrait être possible", "il faut",
		"souhaite|veux|voudrais",
	},
	verbs: []string{
		"je veux|voudrais|souhaite|souhaiterais|peux|dois|aimerais", "veux|voudrais|souhaite|souhaiterais|peux|dois",
	},
	i: "je moi nous",

	notPeople: `tel telle tels telles résultat conséquence étape exemple solution alternative contournement partie
		base complément rappel test option mesure règle préalable prérequis point début compromis suite effet
		correctif palliatif objectif`,
	notOpening: `convenu prévu discuté indiqué demandé toujours si d prévue suit le la les l on nous il elle je c
		vous ça cela pour dans en avec sur ce cette ces mentionné vu dit expliqué décrit première premier prochaine`,
	generic: `utilisateur utilisatrice utilisateurs utilisatrices client cliente clients clientes usager usagers
		usagère personne personnes quelqu un user internaute internautes équipe rôle acteur entreprise société
		consommateur consommateurs individu`,
	qualifiers: `boutique final finale finaux lambda normal standard quelconque tout toute système application appli
		produit site plateforme logiciel service portail web simple classique e rice trice s`,
	technical: `développeur développeuse développeurs dév dev devs testeur testeuse testeurs architecte ingénieur
		ingénieure ingénieurs programmeur programmeuse devops qa`,
	nounFirst: "yes",
	machines:  `système backend frontend api serveur microservice`,

	benefits: []string{
		"afin de|d !reproduire", "afin que|qu", "pour que|qu", "de sorte que|qu|à", "de façon à|que|qu",
		"de manière à|que|qu", "dans le but de|d", "en vue de|d",
	},
	reasons: []string{
		"pour !janvier|février|hier|premier|dernier|chaque|leur|papier|panier|fichier (ne) (pas|plus|mieux) (me|m|le|la|les|l|y|en|nous|se|s|lui) (rapidement|facilement|toujours|mieux) *er|*ir|*re|*oir !de|du",
		"parce que|qu", "car", "puisque", "par souci", "par|pour (plus de) transparence|clarté|sécurité|commodité|simplicité|confort", "pour pouvoir", "grâce à quoi",
		"ce qui (me|nous) permet|permettra|permettrait",
	},

	purpose: `pour`,
	means:   `bouton boutons option possibilité fonction fonctionnalité outil lien moyen menu formulaire écran champ commande`,

	given: []string{"étant donné|donnés|donnée", "soit", "sachant"},
	when:  []string{"quand", "lorsque", "lorsqu", "si"},
	then:  []string{"alors"},

	defers: []string{
		"je|j|nous|on vais|allons|va|dois|devons|doit (d) (abord) (lui|leur|le) demander !pourquoi|comment|à",
		"je|nous|on vais|allons|va|dois|devons|doit (d) (abord) (lui|leur) demander à|au|aux",
		"je|nous demande|demandons|demanderai|demanderons !si|que|pourquoi|comment|me",
		"je|nous|on vais|allons|va|dois|devons|doit (d) (abord) (en) (le) voir|vérifier|valider|confirmer|parler|discuter|clarifier ~3 avec",
		"je|nous|on vais|allons|va|dois|devons|doit (d) (abord) en parler à|au|aux|avec", "je|nous vois|vérifie|valide|confirme|regarde|voyons (ça|cela|le|ce) (point) avec",
		"je vais (d) (abord) vérifier|voir !le|la|les|l|dans|sur|ça|cela|ce|cette|comment|pourquoi",
		"je (me) renseigne|renseignerai", "je vais me renseigner", "je|nous pose|poserai|posons la question",
		"je vais poser la question", "je (te|vous) (re) reviens|recontacte|reviendrai",
		"je vous|te tiens|tiendrai au courant", "je|nous transmets|transmettrai|transmettons|remonte|escalade",
		"je fais|ferai remonter|suivre",
		"on|j|nous attend|attends|attendons !votre|ton|ta|vos|tes ~5 décision|validation|accord|réponse|retour|confirmation|feu|approbation|arbitrage",
		"^en attente de|d|du|que ~5 décision|validation|accord|réponse|retour|confirmation|approbation|arbitrage|valide|décide|tranche|réponde",
		"on|nous|je|c|suis est|sommes|suis|reste|restons (toujours|encore) en attente de|d|du|que ~5 décision|validation|accord|réponse|retour|confirmation|approbation|arbitrage|valide|décide|tranche|réponde",
		"on|j|nous attend|attends|attendons que|qu ~5 décide|valide|tranche|réponde|confirme|approuve|donne",
		"n est pas à moi", "n est pas ma décision", "c est à|au|aux !moi|nous|vous|toi ~4 décider|trancher|valider",
		"doit|doivent (encore|d) (abord) (le|la|en) décider|trancher|arbitrer",
		"laisse|laissez moi (d) (abord) (en|lui|leur|le) demander|vérifier|voir|confirmer|valider|parler",
		"je ne peux pas (le|la|en) décider|trancher", "j|on|nous ai|a|avons (déjà) demandé ~5 attends|attend|attendons|reviens", "^à valider|confirmer|voir avec",
	},
	awaits: []string{"attend|attends|attendons (encore|toujours)", "est (encore|toujours) chez"},
	errands: []string{
		"demande|demander|demanderai|demandons ~4 de|d !décider|trancher|valider|confirmer|vérifier|choisir|répondre|préciser|arbitrer|la|l|notre|nos (y|en|me|nous) *er|*ir",
	},
	users: `utilisateur utilisateurs utilisatrice utilisatrices client clients cliente clientes usager usagers
		acheteur acheteurs internautes abonnés`,
	about: `si comment quand pourquoi quel quelle quels quelles où avant parce`,

	asks: []string{
		"merci de|d (bien) (vouloir) (me|nous) (le) préciser|confirmer|clarifier|indiquer|dire|expliquer",
		"veuillez (me|nous) préciser|confirmer|clarifier|indiquer", "prière de préciser|confirmer|clarifier",
		"^pouvez|peux|pourriez|pourrais|peut|quelqu vous|tu|on|un|quelqu ~4 préciser|confirmer|clarifier|dire|expliquer|indiquer|éclairer",
		"je me demande si|comment|pourquoi|quel|quelle|ce|s|où|quand",
		"on|nous se|nous demande|demandons si|comment|pourquoi|quel|quelle", "^est ce que|qu",
		"je ne|n sais|suis|comprends pas (sûr|sûre|bien|certain|certaine) si|comment|pourquoi|quel|quelle|ce|quels|quand|qui|s",
		"dites|dis moi|nous si|quel|quelle|comment|ce|s|quand|qui", "faites|fais moi savoir si|quel|quelle|comment",
		"j aimerais|voudrais savoir", "je voudrais|souhaite|souhaiterais savoir", "ce n est pas clair",
		"n est pas clair (pour)", "reste à savoir|clarifier|préciser",
		"besoin de précisions|clarification|précision", "^qu en penses|pensez|pensez tu|vous",
		"^savez|sais vous|tu si|quel|quelle|comment|ce|qui",
	},
	rhetorical: []string{
		"^qui sait", "^et alors", "^pourquoi pas", "^à quoi bon", "^que demander de plus", "^quoi de plus",
		"^vraiment", "^sérieusement", "^qui s en soucie", "^ah bon", "^qui l eût cru", "^quoi de neuf",
	},
	because: "parce car",

	deciders: `direction chef cheffe patron patronne marketing juridique service commercial commerciaux ventes comité
		directeur directrice management finance finances responsable métier hiérarchie achats conformité codir comex
		pdg ceo cto cfo dsi département siège sponsor gérant gérante comptabilité business`,
	articles: "le la l les notre mon ma du de des d aux au",
	between:  "de du des d la le les l a ont aussi déjà nous m toujours enfin en fin finalement vient",
	they:     "ils elles il elle",
	decides: []string{
		"a|ont (déjà|enfin|finalement) décidé|tranché|validé|refusé|approuvé|rejeté|choisi", "décide|décident|tranche|tranchent !si|quand",
	},
	says: []string{
		"dit|disent|veut|veulent|souhaite|souhaitent|préfère|préfèrent|exige|exigent|insiste|insistent|confirme|confirment !savoir|voir|bonjour|en|merci|discuter|comprendre",
		"demande|demandent que|de|d", "a|ont (nous|m) dit|demandé|confirmé|exigé|souhaité|insisté", "voudrait|voudraient|aimerait !savoir|voir|comprendre", "est|sont d accord",
	},
	by: []string{
		"selon", "d après", "^réponse|retour|décision|accord|validation|consigne", "^feu vert", "j|on|nous ai|a|avons (enfin|eu|reçu) (eu|reçu) (une|la|l|le|un|notre) réponse|retour|décision|accord|validation", "^dit", "à la demande",
		"décidé|validé|tranché par",
	},
	told: []string{"on m|nous a (vient) dit|demandé", "^il a été décidé", "décision|ordre|consigne d en haut", "vient d en haut"},

	directions: `réduire réduit réduction diminuer diminue diminuent diminution baisser baisse baissent augmenter augmente
		augmentent augmentation moins hausse accroître améliorer amélioration raccourcir doubler monter monte montent passer
		passe minimiser maximiser chuter inférieur inférieure supérieur supérieure limiter`,
	more:  `plus`,
	leads: `mène conduit entraîne entraînera donne amène apporte obtenir avoir avec`,
	measures: `appel appels réclamation réclamations retours commandes achats paniers réservations inscriptions annulations
		abandons tickets erreurs pannes visites clics ventes abonnements coûts relances plaintes rachats litiges incidents`,
	rates: `conversion taux part proportion attrition rétention adoption chiffre nps satisfaction usage utilisation
		abandon attente délai délais temps durée fidélité`,
	partitive: `des de du`,
	numerals:  `un une deux trois quatre cinq six sept huit neuf dix`,
	hypotheses: []string{
		"nous croyons|pensons|supposons|estimons que|qu ~20 @up|permettra|entraînera|réduira|augmentera|souvent|tôt", "on croit|pense|suppose que|qu ~20 @up|permettra|entraînera|souvent|tôt",
		"notre hypothèse", "nous|on saurons|saura que|si ~8 quand|si|vrai|raison", "si nous ~16 alors ~3 plus|moins", "^pour (le|la) tester nous", "nous (le|la) testons",
	},
	voices: []string{
		"client|clients|cliente|clientes|utilisateur|utilisateurs|acheteur|acheteurs|gens|abonnés|patients (ont|a|nous|se) (ont|a|sont|est) (nous) demandé|signalé|réclamé|plaints|plaint|plaignent|plaintes|dit|écrit|remonté|souhaité",
		"demandé|signalé|réclamé|souhaité|remonté par ~3 client|clients|utilisateur|utilisateurs|acheteurs",
		"retour|retours|plainte|plaintes|demande|demandes|réclamation|avis|remarque|remarques|enquête|suggestion des|de|du|d|auprès ~3 client|clients|utilisateur|utilisateurs|acheteurs|pilotes",
		"ticket|cas|demande|dossier (de|du) support|zendesk|client|assistance (n|numéro) ~1 #", "zendesk|freshdesk ~1 #",
		"dans|lors|pendant ~4 entretien|entretiens|enquête|interviews|sondage", "test|tests utilisateur|utilisateurs",
	},
	requests: []string{"demandé|demandée|signalé|signalée|réclamé|souhaité par", "à la demande de|du|d", "demande|plainte|retour de|du"},
	vague: `rapide rapides rapidement vite facile faciles facilement simple simplement intuitif intuitive convivial conviviale
		ergonomique bon bonne bonnes bien beau moderne propre correct correcte correctement approprié adéquat raisonnable
		robuste flexible souple efficace fluide agréable performant performance performances stable fiable clair claire
		optimal meilleur mieux prévu attendu fonctionne fonctionner suffisant pratique`,
	rebuilds:  []string{"refactoriser|refactorisation|refactoring|refactorer|conteneuriser|dockeriser"},
	acts:      []string{"migrer|migration|migré|migrée|renommer|renommage|extraire|extraction|configurer|indexer|indexation|indexée|découpler|réécrire", "mise|mettre à niveau"},
	changes:   []string{"mettre|mise à jour", "introduire"},
	parts:     `base bdd pilote dépendance dépendances dépôt schéma`,
	softParts: `bibliothèque librairie table tables colonne colonnes serveur service services module modules classe classes file environnement composant branches`,
}
