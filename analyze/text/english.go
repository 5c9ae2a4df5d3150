package text

// English: the words and phrases by which it is read.

var english = table{
	function: `the of and to in is that it for was on are as with be at this have from or had by not but what all
		were when your can there an each which their will other about many then them these so would him into has two
		more could been than its who did get may down over new after also our only how if i we you he she they my me
		us a do does should need want able no any so because where while same such must just please out up see those within again every through still here both very now`,
	titles: `receipt without between allow enable`,

	openers: []string{
		"as a|an|any|every|another", "as one of", "in my role as|of (a|an)", "in the role of (a|an)", "being a|an",
	},
	bare:     []string{"^as"},
	definite: []string{"as the|our|your"},
	myWish: []string{
		"i (also|really|only|just|usually|often|sometimes|still|would) want|need|wish|like|expect|prefer|hope|require|desire|wanna|would|d",
		"i can|could|should|must|may|will|shall|ll|cannot|am|have|m|do|don|ve|get|see|use|receive",
	},
	wishes: []string{
		"we (also|really|only|just|often|still|would) want|need|wish|like|expect|prefer|hope|require|would|d",
		"we can|could|should|must|may|will|shall|ll|cannot|are|have|re|do|don", "it should|must be possible",
		"want|wants|need|needs to", "would like to",
	},
	verbs: []string{"want|need|wish|like|expect|prefer|would|can|could|should|must|will|cannot|am|have|don|do"},
	i:     "i we",

	notPeople: `result results consequence step steps effect effects follow up workaround reminder dependency part
		example start beginning compromise precaution measure rule bonus matter note minimum maximum alternative
		aside experiment option solution fallback resort way goal test fix summary conclusion side basis default case
		whole requirement prerequisite improvement replacement addition reference heads trial starting point
		suggestion proposal idea courtesy exception reaction response answer last quick first second next final
		lesson milestone`,
	notOpening: `soon long far well much many of for per part usual always expected mentioned discussed described
		said agreed stated noted shown seen requested planned promised before above below is are was you i we it he
		she they there this that these those if though to in on at by with from opposed regards such not now then and
		or but when what how why where discovered reported proposed suggested written explained indicated required
		needed already often result follow next first so such everyone everybody`,
	generic: `user users customer customers client clients person people someone somebody anyone anybody everyone
		everybody human stakeholder stakeholders role actor persona team teams group company business organisation
		organization enduser endusers individual consumer consumers`,
	qualifiers: `shop store end normal general typical any all every each other another own system systems application app
		product website site platform software service tool regular standard our common average given single web
		external internal`,
	technical: `developer developers dev devs engineer engineers programmer programmers tester testers qa devops
		sre architect architects coder coders sysadmin *developer *developers maintainer maintainers contributor
		contributors`,
	machines: `validator parser compiler scheduler importer runner system backend frontend api microservice service database server`,

	benefits: []string{
		"so that", "so as to", "in order to !reproduce|replicate|recreate", "in order that",
		"so i|we|they|he|she|users|customers|clients|people|everyone|nobody (only) can|could|may|might|don|won|never !not|t|be seen",
	},
	reasons: []string{
		"so i|we|they|it|he|she|you|user|users|customer|customers|my|our|the|their|nobody|everyone|everybody|people|no",
		"because", "since i|we|they|it|the|my|our", "in order", "such that", "to ensure|avoid|prevent|reduce|save",
		"thereby", "thus", "which|this|that will|would|can (help|let|allow|enable|make|save)",
		"which|that|this helps|lets|allows|enables|makes|saves|reduces|gives",
		"for clarity|safety|security|transparency|convenience|easier|better|faster", "in the hope", "otherwise", "or else", "given that",
	},

	purpose: `to`,
	means:   `able way ways means button buttons option options possibility ability chance function feature tool link command key switch menu dialog form place need needs want wants wish like try trying how going unable easy hard possible`,

	given: []string{"given"},
	when:  []string{"when"},
	then:  []string{"then"},

	defers: []string{
		"i|we ll|will|need|have|must|should|shall|d|would|m|am (going|still|just|first|also|need|have) (to) ask",
		"i|we ve|have (already|just) asked ~4 waiting|wait|let|whether|if|about", "^asked ~3 will|waiting|let",
		"i|we ll|will|need|have|must|should|shall|d|m|am (going|still|just|first|also|need|have) (to) (double) check with|back|internally|first|and|whether|if|on",
		"i|we ll|will (double) check !the|our|your|my|a|an|these|those|logs|code|how|what|why|where|it|this|that|in",
		"i|we ll|will|need|have|must (to) (first) confirm|clarify|verify|align|discuss|coordinate|sync|clear (this|that|it) with",
		"i|we ll|will (get|come|be) (right) back to|with|on", "i|we ll|will find out !why|what|how|where",
		"i|we ll|will let you know !when|once|as|if|in", "i|we ll|will run (this|that|it) by",
		"i|we ll|will|need|have|must (need|have) (to) bring|take|raise|escalate|forward|pass (this|that|it) (up) (on) to|with",
		"let me|us (first|just|quickly) ask !you|something", "let me|us (first|just|quickly) confirm|clarify|align|verify|discuss (this|that|it) (first) with|internally|first",
		"let me|us (first|just|quickly) confirm (this|that|it|first) $", "let me|us (first|just|quickly) talk|speak to|with",
		"let me|us (first|just|quickly) (double) check with|back|internally|first|and|whether|if|on",
		"let me|us get|come back", "let me|us (double) check $", "let me|us run (this|that|it) by", "let me|us find out",
		"^will (have|need) (to) ask|confirm", "^will (double) check with|back|and|whether|if", "^will get|come back",
		"^will find out", "^checking with", "^need|have to ask",
		"^need|have to check|confirm|clarify|align|discuss (this|that|it) with",
		"i|we m|am|are|re|have|ve|ll|must|need|is|s (still|been|to|all|currently) (waiting|wait|hold) for|on|until ~6 decide|approve|confirm|sign|agree|decides|approves|confirms|answers|signs|agrees",
		"i|we m|am|are|re|have|ve (still|been|currently|both|all) (been) waiting for|on !your|it ~5 approval|decision|sign|confirmation|feedback|answer|reply|ok|okay",
		"i|we m|am|are|re (still|currently) awaiting !your|it ~5 approval|decision|sign|confirmation|feedback|answer|reply|ok|okay",
		"i|we|this|it|that m|am|are|re|s|is (still|currently) waiting|awaiting (for|on) ~6 to decide|approve|confirm|sign|agree",
		"this|that one|question|point|decision|item|matter is|s (still|currently) waiting|awaiting (for|on) ~6 to decide|approve|confirm|sign|agree",
		"this|that|it (one|question|point|decision|item|matter) waits|awaits (for|on) ~6 to decide|approve|confirm|sign|agree",
		"^waiting|awaiting (for|on) ~6 to decide|approve|confirm|sign|agree|get",
		"^waiting for|on !your|it ~5 approval|decision|sign|confirmation|feedback|answer|reply|ok|okay", "^awaiting !your|it ~5 approval|decision|sign|confirmation|feedback|answer|reply|ok|okay", "^waiting until ~4 decides|approves|confirms|answers",
		"^still waiting for|on !your|it ~5 approval|decision|sign|confirmation|feedback|answer|reply|ok|okay|decide|approve|confirm|agree",
		"^still awaiting !your|it ~5 approval|decision|sign|confirmation|feedback|answer|reply|ok|okay|decide|approve|confirm|sign|agree",
		"^waiting to hear (back) from", "i|we|still m|am|are|re|waiting (still) (waiting) to hear (back) from",
		"i|we m|am|are|re|have|ve (still|got) pending ~3 approval|decision|confirmation|sign",
		"i|we wait|hold until ~4 decides|approves|confirms|answers", "has|have|needs to go through|past|to ~4 board|committee|legal|compliance|management|council|ceo|cto", "not my|mine (call|decision|to) (to) (make|decide)",
		"isn t my|mine call|decision|to", "i|we can t|cannot|not decide (this|that|it) !until|before",
		"up to ~4 to decide", "is for ~4 to decide", "has|needs|have to (still|first) decide !if|that|when|between", "has|needs|have to (still|first) approve|confirm|sign (off) (on) this|that",
		"i|we|ve|have forwarded|escalated|passed|raised (this|that|it|your|the) (question|request|on|up) (on) (to|with)",
		"no decision (yet) from", "haven t heard (back) from",
		"i|we ll|will|need|have|must|should|d|m|am (going|still|just|first|also|need|have) (to) (first) talk|speak to|with",
	},
	awaits: []string{"waiting|awaiting|waits|awaits (for|on)", "is|s (still|currently|now) with"},
	errands: []string{
		"ask ~3 to !decide|approve|confirm|check|look|clarify|answer|comment|sign|choose|think",
		"ask ~2 if|whether he|she|they can|could !decide|approve|confirm|answer|clarify|live",
	},
	users: `user users customer customers client clients buyer buyers consumer consumers subscriber subscribers
		enduser endusers audience interview interviews usability`,
	about: `whether if what how which when why about who where before because that for`,

	asks: []string{
		"please|pls|kindly (can|could) (you) (also|quickly) clarify|confirm|advise|specify|elaborate|explain !with|if|that|you",
		"please|pls|kindly (can|could) (you) (also|quickly) confirm|clarify if|whether|that",
		"please|pls|kindly let me|us know whether|which|what|how|who|why|where",
		"please|pls|kindly let me|us know if !you|there", "please|pls|kindly (can|could) (you) tell me|us",
		"let me|us know whether|which|what|how|who", "let me|us know if we|this|that|it|i|the",
		"^can|could|would you|someone|anyone|somebody (please|also|quickly) clarify|confirm|tell|explain|specify|advise|elaborate",
		"i|we wonder|wondered", "wondering if|whether|what|how|which|why",
		"^do|does|did you|anyone|anybody|somebody know", "i|we d|would like to know|understand",
		"i|we need (to) (a|some) know|clarification|clarity",
		"it is|s not clear (to) (me|us) (if|whether|what|how|which|who|why|when)", "is|s unclear (to) (me|us)",
		"it isn t clear", "^not (quite|really) clear (to) (me|us) if|whether|what|how|which|who|why|when",
		"unclear (to) (me|us) if|whether|what|how|which|who|why|when",
		"i m|am not (quite|really) sure (about) if|whether|what|how|which|who|why|when",
		"^not sure if|whether|what|how|which|who",
		"i|we don|do t|not understand|know if|whether|what|how|which|who|why|when", "needs|needing clarification",
		"question is|remains", "^what do you think", "^which one|of|should|do", "^how should we|i|it|the",
		"^should we|i|it|the",
	},
	rhetorical: []string{
		"who knows|cares", "guess what", "what could ~3 go wrong", "why not", "so what", "who would have thought",
		"why would anyone|anybody|someone|you|we ever", "how hard can it be", "isn t that|it great|nice|lovely",
		"what else is new", "seriously", "really", "what more ~3 want|need|ask", "who needs", "who doesn t",
		"why bother", "what s not to like|love",
	},
	because: "because",

	deciders: `management marketing sales legal finance compliance procurement purchasing hr ceo cto cfo coo cpo boss
		manager director head vp board committee council leadership business stakeholder stakeholders controlling
		accounting headquarters hq department sponsor chief lead executives executive owner`,
	articles: "the our my your a an",
	between:  "of from in for at team department also still just now already finally has again always really",
	they:     "they he she",
	decides: []string{
		"decided|decides|approved|rejected|declined|vetoed|agreed|ruled|insists|insist|insisted !on",
		"has|have (now|already|finally|just) decided|approved|rejected|declined|agreed|chosen|ruled|signed",
		"made|took the|a|this|that decision|call", "told|asked|instructed|wants|want me|us to", "told me|us that",
	},
	says: []string{
		"says|said|say !hi|hello|thanks|he|she|they|nothing (that) !he|she|they", "wants|wanted|want !to|me|us|a|another|more",
		"wants|wanted|want to !know|see|talk|discuss|understand|join|meet|think|check|look|ask|hear|read|wait|come",
		"wants|want a|an|more !word|meeting|call|talk|look|demo|time", "prefers|prefer|preferred|insists|confirmed|requires|demands|demanded",
		"would|d (rather) like|prefer|have !to|a", "would like to !know|see|talk|discuss|understand", "doesn|don|didn t want", "asked for|us|me !a|an",
		"is|are ok|okay|fine with", "chose|picked|went for|with",
	},
	by: []string{
		"according to", "per", "as requested|decided|instructed|wanted|ordered|agreed by", "decided|requested|approved|rejected by",
		"^got|have|received|had (a|an|the|some|finally|now|back) (an|the|final) answer|decision|reply|ok|okay|go|word|approval|feedback|confirmation|news|input (ahead) (back) from",
		"i|we ve|have|just|now|finally (now|just|finally) got|received|had|have (a|an|the) (final) answer|decision|reply|ok|okay|word|approval|feedback|confirmation (back) from",
		"i|we got|received|had|have (a|an|the) (final) answer|decision|reply|ok|okay|word|approval|feedback|confirmation (back) from",
		"^the|an answer|decision|reply|word from", "^answer|decision|reply|word|feedback|approval from", "^heard (back) from", "i|we (just|finally) heard (back) from",
		"^says|said",
	},
	told: []string{
		"i|we was|were|ve|have (been) told|instructed (to|that)", "^decision from above", "decided higher up", "came from above|upstairs",
		"orders from above",
	},

	directions: `reduce reduces reduced reducing reduction decrease decreases decreased decreasing lower lowers
		lowered lowering increase increases increased increasing fewer less cut cuts cutting halve halves halved double
		doubles doubled grow grows grew rise rises rose falls fall fell drops dropped shrink shrinks boost boosts
		improve improves improved improving shorten shortens higher minimise minimize maximise maximize`,
	more:  `more faster`,
	leads: `lead leads leading result results resulting get gets bring brings cause causes earn see win`,
	measures: `calls complaints returns orders purchases baskets carts bookings signups registrations cancellations
		abandonments tickets cases errors failures outages visits clicks sales subscriptions reorders repeats requests
		costs refunds reminders deliveries contracts renewals leads downloads accidents incidents`,
	rates: `conversion rate rates share proportion churn retention adoption revenue turnover nps satisfaction usage
		abandonment waiting wait handling lead cycle response loading latency throughput bounce profit loyalty
		engagement occupancy score conversions`,
	partitive: `of`,
	numerals:  `one two three four five six seven eight nine ten half`,
	hypotheses: []string{
		"we|i (strongly|also) believe|hypothesise|hypothesize|predict|suspect (that) ~20 @up|leads|lead|results|result|helps|help|often|earlier|sooner|again|rather|easier",
		"we|i assume|expect (that) ~20 @up|often|earlier|sooner", "our|my hypothesis", "we|i will|ll know (that) (this|it|we) (is|are|have) ~6 when|if|right|true|succeeded",
		"we are|re|were right when|if", "if we ~16 then more|fewer|less", "^to test (this|it|that) we|i", "we test (this|it|that) with|by|in", "assumption to test",
	},
	voices: []string{
		"customer|customers|client|clients|user|users|buyer|buyers|shopper|shoppers|subscriber|subscribers|patient|patients|people (have|has|had|also|often|keep|repeatedly) asked|asking|requested|reported|complained|complaining|complain|told|mentioned|suggested|wrote|demanded",
		"asked|requested|reported|raised|wanted|suggested|wished|demanded (for) by|from ~3 customer|customers|client|clients|user|users|buyer|buyers|shoppers|subscriber|subscribers",
		"complaint|complaints|feedback|request|requests|wish|suggestion|letter|mail|survey from|of|by|with ~3 customer|customers|client|clients|user|users|buyer|buyers|shoppers|pilot|interview|interviews",
		"customer|user|client|beta|pilot|guest|patient feedback|complaint|complaints|request|interview|interviews|survey !form|forms|button|page|list|dialog|dialogue|field|screen|module|type",
		"support|service|helpdesk|zendesk|freshdesk|intercom|salesforce|customer|desk (desk) ticket|case|request|call ~1 #", "zendesk|freshdesk|intercom|hotline ~1 #",
		"in|from|during ~4 interviews|interview|survey !list|form|page|module", "usability test|tests|study (with|showed|show)",
	},
	requests: []string{"requested|reported|demanded by", "asked for by", "on|at (the) request of", "request|complaint|feedback|wish|ticket from", "suggested by"},
	vague: `fast faster quick quickly easy easily easier intuitive intuitively friendly simple simply good nice nicely great
		appropriate appropriately adequate adequately reasonable reasonably robust flexible efficient efficiently smooth
		smoothly seamless seamlessly modern clean correct correctly proper properly well expected works work working
		convenient comfortable performant responsive usable attractive better optimal optimised optimized acceptable
		sufficient sufficiently clear clearly helpful useful fine stable reliable performance`,
	rebuilds:  []string{"refactor|refactoring|refactored", "dockerize|dockerise|containerize|containerise"},
	acts:      []string{"upgrade|upgrading|upgraded|migrate|migrating|migrated|migration", "index|indexing|indexed|bump|bumping|bumped|rename|renaming|renamed|extract|extracting|extracted", "configure|configuring|configured|decouple|decoupled|deprecate|rewrite|rewritten|provision|shard|normalise|normalize|modularise|modularize"},
	changes:   []string{"set up", "update|updated|updating", "introduce|introduced"},
	parts:     `database databases schema schemas driver drivers dependency dependencies repository repositories codebase legacy queue queues interface`,
	softParts: `library libraries table tables column columns server servers service services module modules class classes package packages environment branch branches job jobs query queries code component components environments`,
}
