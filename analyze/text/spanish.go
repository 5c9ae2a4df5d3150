package text

// Spanish: the words and phrases by which it is read. The subject is mostly left out:
// the verb form alone says who wants.

var spanish = table{
	function: `de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o
		este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos
		uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa
		estos mucho quiero quisiera necesito poder pueda puedo debe deben está están ser tiene tienen cada mis mi si
		así nuestro nuestra son fue ha han podría usted hacer al cual queremos necesitamos debemos gustaría ver nada`,
	titles: `mostrar añadir agregar restablecer contraseña impuesto corregir pedido pedidos usuario usuarios eliminar`,

	openers: []string{
		"como un|una|cualquier|cada", "en mi rol|papel|calidad|condición de|como (un|una)", "en calidad de",
		"en el rol de", "actuando como",
	},
	bare:     []string{"^como", "yo como"},
	definite: []string{"^como el|la|nuestro|nuestra"},
	myWish: []string{
		"quiero|quisiera|necesito|deseo|puedo|debo|querría|espero|requiero|prefiero|gustaría",
		"me gustaría|interesa|interesaría", "no quiero|quisiera|necesito|deseo|puedo|me",
		"yo quiero|necesito|deseo|quisiera|puedo",
	},
	wishes: []string{
		"queremos|necesitamos|deseamos|quisiéramos|podemos|debemos|requerimos", "no queremos|podemos",
		"nos gustaría", "debe|debería ser posible",
	},
	verbs: []string{"quiero|quisiera|necesito|deseo|puedo|debo|queremos"},
	i:     "yo nosotros nosotras",

	notPeople: `resultado consecuencia paso ejemplo alternativa solución parte base complemento recordatorio
		prueba opción medida regla requisito punto inicio compromiso continuación efecto efectos parche objetivo
		respaldo mínimo máximo norma nota precaución experimento excepción mejora respuesta sugerencia propuesta idea
		conclusión siguiente primer primera próximo último`,
	notOpening: `siempre se ya no si acordado acordamos hablamos mencioné mencionado dije dijimos comentado
		comentamos esperado previsto indicado en es está ahora hoy ayer sabes saben sabemos vimos te le lo los las
		nos yo nosotros ustedes mucho máximo hacer quedamos consecuencia resultado de por para que este esta esto ese
		esa eso ha han hay son puede pueden tenemos`,
	generic: `usuario usuaria usuarios usuarias cliente clienta clientes persona personas alguien user equipo rol
		actor empresa consumidor consumidora consumidores individuo interesado stakeholder interesados`,
	qualifiers: `tienda final finales normal estándar cualquiera cualquier típico general sistema aplicación app producto
		sitio web plataforma software servicio portal herramienta a as o os genérico común`,
	technical: `desarrollador desarrolladora desarrolladores programador programadora tester testers probador
		arquitecto arquitecta ingeniero ingeniera ingenieros devops qa dev developer desarrollo`,
	nounFirst: "yes",
	machines:  `sistema backend frontend api servidor microservicio`,

	benefits: []string{
		"para que", "a fin de|que", "con el fin de|que", "con la finalidad de|que", "con el objetivo de|que",
		"con el propósito de|que", "de modo que", "de manera que", "de forma que", "de tal forma|manera|modo que",
	},
	reasons: []string{
		"para !ayer|celular|mujer|lugar (no|así|no) *ar|*er|*ir|*arlo|*arla|*arlos|*arlas|*erlo|*erla|*erlos|*irlo|*irla|*irlos|*arme|*erme|*irme|*arnos|*ernos|*arse|*erse|*irse|*arle|*arles|*irle|*erle|ver|ir|ser|dar",
		"porque", "ya que", "puesto que", "y así", "así puedo|podré|podemos|evito",
		"lo que|cual me|nos|permite|permitirá|permitiría", "en aras de", "por (una) (cuestión) (de) transparencia|claridad|seguridad|comodidad|simplicidad",
	},

	purpose: `para`,
	means:   `botón botones opción posibilidad función funcionalidad herramienta enlace manera forma menú formulario campo pantalla comando`,

	given: []string{"dado|dada|dados|dadas"},
	when:  []string{"cuando"},
	then:  []string{"entonces"},

	defers: []string{
		"voy|vamos|tengo|tenemos|debo|debemos a|que (primero) preguntar|preguntarle|preguntarles|consultar|consultarlo|consultarle|confirmarlo|validarlo|revisarlo|verlo|averiguar|averiguarlo|hablarlo",
		"voy|vamos|tengo|tenemos|debo|debemos a|que (primero) confirmar|validar|revisar|verificar|ver|hablar|aclarar (lo|esto|eso) con",
		"necesito|necesitamos (antes|primero) confirmarlo|consultar|consultarlo|preguntar|preguntarle|validarlo", "debo (primero) consultar|consultarlo|preguntar|preguntarle",
		"debo (primero) confirmar|confirmarlo|validar|validarlo (esto|eso) con",
		"lo|la|los consulto|consultaré|pregunto|preguntaré|confirmo|confirmaré|valido|validaré|reviso|revisaré|hablo|veo con",
		"lo|la consulto|consultaré|pregunto|preguntaré|averiguo|averiguaré",
		"le|les|te pregunto|preguntaré|consulto|consultaré (a|al|con)",
		"consultaré|preguntaré|averiguaré !si|cuándo", "pregunto|consulto (lo|esto) a|al|con",
		"déjame|dejame|déjenme|permíteme|permítanme (primero) preguntar|preguntarle|preguntarles|consultar|consultarlo|confirmar|confirmarlo|averiguar|validar|validarlo|hablarlo|revisarlo|verificarlo",
		"te|les|os|le aviso|confirmo|digo|respondo|cuento en|cuanto|cuando|luego|después|mañana",
		"vuelvo con una respuesta",
		"esperando|espero|esperamos (a) (que) ~5 decida|decidan|apruebe|aprueben|confirme|confirmen|responda|respondan|conteste|valide|autorice",
		"estamos|estoy|seguimos|sigo|quedamos pendiente|pendientes|a (la) (espera) de|del !tu|su|vuestra|vuestro|tus ~4 decisión|aprobación|respuesta|confirmación|validación|feedback|autorización",
		"^pendiente|pendientes de|del !tu|su|vuestra|vuestro|tus ~4 decisión|aprobación|respuesta|confirmación|validación|feedback|autorización",
		"estamos|estoy|seguimos|sigo esperando !tu|su|vuestra|vuestro|tus ~4 decisión|aprobación|respuesta|confirmación|validación|feedback|autorización",
		"espero|esperamos !de|tu|su|vuestra|vuestro|tus ~4 decisión|aprobación|respuesta|confirmación|validación|feedback|autorización",
		"^esperando !de|tu|su|vuestra|vuestro|tus ~4 decisión|aprobación|respuesta|confirmación|validación|feedback|autorización",
		"^a la espera de", "seguimos|estamos|sigo|estoy a la espera de", "no me corresponde", "no es mi decisión", "no es decisión mía",
		"no depende de mí|nosotros", "depende de la|lo dirección|gerencia|que ~3 diga|decida",
		"tiene|tienen que decidirlo|decidir|aprobarlo|autorizarlo", "lo|esto|eso tiene|tienen que aprobar|autorizar",
		"debe|deben (primero) decidirlo|decidir|aprobarlo|autorizarlo", "lo|esto|eso debe|deben aprobar|autorizar",
		"no puedo decidir|decidirlo", "lo|la escalo|elevo|traslado|trasladaré|escalaré",
		"he|hemos pasado|escalado|trasladado|elevado (la|esto|el)",
	},
	awaits: []string{"espera|espero|esperamos|esperando (a|por)", "a la espera de"},
	errands: []string{
		"pregunto|preguntar|preguntarle|preguntaré ~3 si puede|podría !decidir|aprobar|confirmar|responder|aclarar",
	},
	users: `usuario usuarios usuaria usuarias cliente clientes clienta comprador compradores consumidores
		suscriptores`,
	about: `si qué cómo cuándo quién cuál dónde porque sobre antes`,

	asks: []string{
		"por favor ~2 aclara|aclare|aclaren|aclarar|aclarad|confirma|confirme|confirmen|confirmar|confirmad|especifica|especifique|especifiquen|especificar|explica|explique|indica|indique|indiquen|indicar|precisar|detallar|detalle",
		"favor de|por aclarar|confirmar|indicar|especificar|precisar",
		"^aclara|aclare|aclaren|aclárame|acláranos|confirma|confirme|confirmen|confírmame por favor",
		"^podrías|podría|podrían|podéis|puedes|puede|pueden|alguien (ustedes|usted|alguien|me|nos|puede|por) ~3 aclarar|aclararme|aclararnos|confirmar|confirmarme|confirmarnos|explicar|explicarme|decirme|decirnos|decir|indicar|indicarme|especificar",
		"me pregunto si|qué|cómo|por|cuál|cuándo|quién", "nos preguntamos si|qué|cómo|por|cuál|cuándo|quién",
		"no (me|nos) queda|quedan|está (muy|del|tan) (todo) claro|clara|claros", "no tengo|tenemos (muy|tan) claro",
		"necesito|necesitamos|quisiera|quisiéramos|quiero saber|aclaración",
		"no sé|sabemos si|qué|cómo|cuál|cuándo|quién|dónde",
		"díganme|dime|dinos|decidme si|qué|cuál|cómo|cuándo|quién", "me gustaría saber",
		"tengo|tenemos una|la duda|dudas (si|de|sobre|con)", "avísame|avísenme si !tienes|hay|tienen|necesitas",
		"falta aclarar|definir|saber si|qué|cuál|cómo|quién", "^qué opinas|opinan|piensas|piensan|os",
		"^sabes|saben|sabe|sabéis si|qué|cuál|quién|alguien|cómo",
	},
	rhetorical: []string{
		"^quién sabe", "^y qué", "^a quién le importa", "^por qué no", "^qué más se puede pedir", "^qué más da",
		"^qué puede|podría salir mal", "^en serio", "^de verdad", "^quién lo diría", "^para qué molestarse",
		"^quién no",
	},
	because: "porque",

	deciders: `dirección gerencia gerente director directora marketing ventas legal jurídico finanzas compras comité
		jefe jefa junta consejo presidencia presidente responsable negocio comercial cumplimiento departamento ceo cto
		cfo sede patrocinador contabilidad management`,
	articles: "el la los las nuestro nuestra mi del de al",
	between:  "de del la el los ya también me nos lo ha han por fin finalmente área departamento equipo",
	they:     "ellos ellas él ella",
	decides: []string{
		"decidió|decidieron|aprobó|aprobaron|rechazó|rechazaron|resolvió|eligió|eligieron", "ha|han decidido|aprobado|rechazado|elegido|resuelto",
	},
	says: []string{
		"dice|dicen|dijo|dijeron|quiere|quieren|quería|prefiere|prefieren|pide|piden|pidió|exige|exigen|insiste|confirmó|confirma !saber|ver|hola|hablar|entender|gracias",
		"ha|han dicho|pedido|confirmado|exigido", "está|están de acuerdo",
	},
	by: []string{
		"según", "^respuesta|decisión|aprobación|confirmación|instrucción|ok de|del", "tengo|tenemos|llegó|recibí|recibimos (ya|la|una) (la|una) respuesta|decisión|aprobación|confirmación|ok de|del", "^dice|dijo", "a petición de|del", "decidido|aprobado por",
	},
	told: []string{"^decidieron|resolvieron|aprobaron (que)", "^han decidido|resuelto (que)", "me|nos dijeron|han|pidieron (dicho|pedido) que", "órdenes|decisión de arriba", "viene de arriba"},

	directions: `reducir reduce reducirá reducción disminuir disminuye disminución bajar baja bajan bajará aumentar aumenta
		aumentará aumento menos menor menores mayor mejorar mejora acortar duplicar subir sube suben suba incrementar
		incremento minimizar maximizar caer cae caen crecer crece`,
	more:  `más`,
	leads: `lleva llevará genera generará provoca produce conseguir obtener lograr tener recibir`,
	measures: `llamada llamadas queja quejas reclamaciones devoluciones pedidos compras carritos reservas registros cancelaciones
		abandonos tickets errores fallos caídas visitas clics ventas suscripciones costes costos incidencias recompras bajas`,
	rates: `conversión tasa cuota proporción porcentaje rotación retención adopción ingresos nps satisfacción uso abandono
		espera tiempo plazo duración fidelidad facturación`,
	partitive: `de del`,
	numerals:  `uno una dos tres cuatro cinco seis siete ocho nueve diez`,
	hypotheses: []string{
		"creemos|suponemos|pensamos|esperamos que ~20 @up|reducirá|aumentará|llevará|mejorará|antes|menudo", "nuestra hipótesis", "sabremos que ~8 cuando|si|cierto|razón",
		"si ~16 entonces ~3 más|menos", "^para probarlo|comprobarlo", "lo probamos|comprobamos|probaremos",
	},
	voices: []string{
		"cliente|clientes|clienta|usuario|usuarios|comprador|compradores|gente|suscriptores|pacientes (se|nos|han|ha|lo) (se|nos|han|ha) pidió|pidieron|pedido|piden|informaron|informado|quejaron|quejan|quejado|solicitaron|solicitado|reclamaron|reportaron|reportado|dijeron|comentaron|sugirieron|avisaron",
		"solicitado|pedido|reportado|sugerido|reclamado por ~3 cliente|clientes|usuario|usuarios|compradores",
		"comentarios|queja|quejas|petición|peticiones|solicitud|sugerencia|sugerencias|opinión|opiniones|encuesta de|del|a ~3 cliente|clientes|usuario|usuarios|compradores",
		"ticket|caso|incidencia|solicitud (de|del) soporte|zendesk|cliente|atención (n|número) ~1 #", "zendesk|freshdesk ~1 #",
		"en|de|durante ~4 entrevista|entrevistas|encuesta", "prueba|pruebas de usabilidad",
	},
	requests: []string{"solicitado|solicitada|pedido|pedida|reportado|reportada|sugerido por", "a petición|solicitud de|del", "petición|queja|solicitud de|del"},
	vague: `rápido rápida rápidamente fácil fáciles fácilmente sencillo sencilla simple intuitivo intuitiva amigable usable bueno
		buena buen bien bonito moderno limpio correcto correcta correctamente adecuado adecuada adecuadamente razonable robusto
		flexible eficiente fluido cómodo rendimiento estable fiable claro clara óptimo mejor espera esperado funciona
		funcionar suficiente práctico`,
	rebuilds:  []string{"refactorizar|refactorización|refactoring|contenerizar|dockerizar"},
	acts:      []string{"migrar|migración|migrada|renombrar|extraer|extracción|configurar|indexar|indexada|desacoplar|reescribir"},
	changes:   []string{"actualizar|actualización|introducir"},
	parts:     `base controlador dependencia dependencias repositorio esquema`,
	softParts: `biblioteca librería tabla tablas columna columnas servidor servicio servicios módulo módulos clase clases cola entorno componente almacén ramas`,
}
