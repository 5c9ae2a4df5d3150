package text

// The headings and labels of stories that are known, in all languages.

import "strings"

// sections tells what stands under a heading, by its folded words.
var sections = readySections()

func readySections() map[string]section {
	all := map[string]section{}
	for s, names := range headings {
		for name := range strings.SplitSeq(names, ",") {
			key, _ := labelKey(nil, name)
			all[string(key)] = section(s)
		}
	}
	return all
}

// firstWords are the words with which sections begin.
var firstWords = readyFirstWords()

func readyFirstWords() map[string]bool {
	all := map[string]bool{}
	for key := range sections {
		first, _, _ := strings.Cut(key, " ")
		all[first] = true
	}
	return all
}

var headings = [...]string{
	whoSection: `who, for whom, who is it for, who is this for, who benefits, user, users,
		end user, persona, personas, user persona, actor, actors, audience, target audience, target group,
		target user, target users, customer segment, segment, user segment, zielgruppe, wer,
		für wen, nutzer, benutzer, anwender, nutzergruppe, benutzergruppe, akteur, betroffene nutzer,
		pour qui, qui, utilisateur, utilisateurs, cible, public cible, utilisateur cible, acteur, quién, para quién,
		usuario, usuarios, público objetivo, destinatario, destinatarios, actor principal, usuario objetivo, quem,
		para quem, usuário, usuários, utilizador, utilizadores, público alvo, ator, voor wie, doelgroep,
		gebruiker, gebruikers, gebruikersgroep, vem, för vem, målgrupp, användare`,
	whySection: `why, why now, problem, problem statement, the problem, value, business value,
		user value, customer value, value statement, background, context, motivation, rationale, benefit, benefits,
		business case, reason, purpose, goal, goals, objective, objectives, outcome, expected outcome,
		business need, need, opportunity, business justification, justification, business reason, user need,
		user problem, pain point, impact, warum, wieso, wozu, problemstellung, problembeschreibung,
		nutzen, mehrwert, geschäftswert, hintergrund, kontext, begründung, zweck, ziel, ziele, ausgangslage,
		ausgangssituation, kundennutzen, business nutzen, anlass, bedarf, motivation und hintergrund, pourquoi,
		problème, problématique, valeur, valeur métier, valeur ajoutée, contexte, raison, bénéfice, bénéfices,
		objectif, objectifs, but, besoin, justification métier, enjeu, enjeux, por qué, problema, valor,
		valor de negocio, contexto, antecedentes, motivación, motivo, beneficio, beneficios, objetivo, objetivos,
		propósito, justificación, necesidad, razón, por que, porquê, por quê, valor de negócio, valor do negócio,
		histórico, motivação, benefício, benefícios, justificativa, justificação, necessidade, razão, finalidade,
		waarom, probleem, probleemstelling, waarde, bedrijfswaarde, toegevoegde waarde, achtergrond, aanleiding,
		motivatie, reden, doel, doelen, doelstelling, noodzaak, meerwaarde, voordeel, voordelen, varför, bakgrund,
		värde, affärsvärde, kundvärde, affärsnytta, nytta, motivering, syfte, mål, orsak, anledning, behov,
		sammanhang, kundnytta, problembeskrivning`,
	criteriaSection: `ac, acs, a c, acceptance criteria, acceptance criterion, acceptance,
		accept criteria, acceptance criterias, acceptance conditions, cos, conditions of satisfaction,
		condition of satisfaction, satisfaction criteria, success criteria, done when, done if, this is done when,
		we are done when, story is done when, confirmation criteria, akzeptanzkriterien, akzeptanzkriterium,
		abnahmekriterien, abnahmekriterium, ak, aks, akzeptanz, abnahme, fertig wenn, erfolgskriterien,
		akzeptanzbedingungen, critères d acceptation, critère d acceptation, critères d acceptance,
		critères de validation, critères de satisfaction, conditions d acceptation, conditions de satisfaction,
		critères de succès, critères d acceptabilité, ca, criterios de aceptación, criterio de aceptación,
		condiciones de aceptación, criterios de éxito, condiciones de satisfacción, criterios de validación,
		critérios de aceitação, critério de aceitação, critérios de aceite, critério de aceite,
		condições de aceitação, critérios de sucesso, condições de satisfação, acceptatiecriteria,
		acceptatiecriterium, acceptatie criteria, acceptatievoorwaarden, klaar als, klaar wanneer, succescriteria,
		acceptanskriterier, acceptanskriterium, acceptans kriterier, acceptansvillkor, godkännandekriterier,
		klart när, klar när`,
	outcomeSection: `success metric, success metrics, metric, metrics, kpi, kpis, key result, key results, okr, okrs,
		success measure, success measures, measure of success, measures of success, target metric, how we measure,
		how we measure success, measurable outcome, erfolgsmessung, messgrösse, messgrössen, kennzahl, kennzahlen, metrik,
		metriken, messbares ergebnis, zielgrösse, schlüsselergebnisse, indicateur, indicateurs, indicateur de succès,
		indicateurs de succès, mesure du succès, mesures de succès, résultats clés, résultat mesurable, métrique, métriques,
		métrica, métricas, indicador, indicadores, indicador de éxito, indicadores de éxito, medida de éxito,
		resultados clave, indicador de sucesso, indicadores de sucesso, medida de sucesso, resultados chave,
		succesmaat, meetwaarde, indicatoren, kernresultaten, meetbaar resultaat, metriek, mätetal, nyckeltal,
		nyckelresultat, framgångsmått, mätvärden, mått på framgång`,
	hypothesisSection: `hypothesis, hypotheses, our hypothesis, hypothese, hypothesen, hypothèse, hipótesis, hipótese, hypotes`,
	customerSection: `customer, customers, customer name, customer names, client, client name, account, requested by, request from,
		reported by, asked by, customer request, customer requests, customer feedback, user feedback, feedback from, kunde,
		kundin, kundenname, kundenwunsch, gewünscht von, gemeldet von, angefragt von, kundenfeedback, client demandeur,
		demandé par, signalé par, retour client, retours clients, cliente, clientes, solicitado por, pedido por, reportado por,
		cliente solicitante, feedback de clientes, feedback do cliente, relatado por, klant, klantnaam, gevraagd door,
		gemeld door, klantverzoek, klantfeedback, kund, kundnamn, önskat av, rapporterat av, begärt av, kundönskemål`,
	otherSection: `description, summary, notes, note, technical notes, tech notes,
		technical details, implementation, implementation notes, out of scope, scope, in scope, design, designs,
		links, attachments, definition of done, dod, definition of ready, steps to reproduce, expected result,
		actual result, expected behavior, expected behaviour, actual behavior, actual behaviour, environment, tasks,
		subtasks, sub tasks, dependencies, risks, open questions, questions, test data, testing, test notes,
		mockups, mockup, screenshots, what, how, user story, story, release notes, estimate, solution,
		proposed solution, related, references, assumptions, stakeholders, beschreibung, zusammenfassung, notizen,
		hinweise, technische hinweise, technische details, umsetzung, nicht im umfang, abgrenzung, umfang, anhänge,
		aufgaben, abhängigkeiten, risiken, offene fragen, fragen, testdaten, lösung, lösungsvorschlag, was,
		schritte zur reproduktion, erwartetes ergebnis, annahmen, anmerkungen, notes techniques, détails techniques,
		hors périmètre, périmètre, pièces jointes, tâches, dépendances, risques, questions ouvertes, maquettes,
		remarques, hypothèses, quoi, comment, résumé, étapes pour reproduire, résultat attendu, descripción,
		resumen, notas, notas técnicas, detalles técnicos, fuera de alcance, alcance, adjuntos, tareas,
		dependencias, riesgos, preguntas abiertas, diseño, qué, cómo, solución, pasos para reproducir,
		resultado esperado, supuestos, descrição, resumo, detalhes técnicos, fora do escopo, fora de âmbito, escopo,
		âmbito, anexos, tarefas, dependências, riscos, perguntas em aberto, o que, solução, passos para reproduzir,
		resultado esperado, premissas, beschrijving, samenvatting, opmerkingen, technische details,
		technische notities, buiten scope, bijlagen, taken, afhankelijkheden, open vragen, ontwerp, wat, hoe,
		oplossing, stappen om te reproduceren, verwacht resultaat, aannames, beskrivning, sammanfattning,
		anteckningar, tekniska detaljer, tekniska anteckningar, utanför omfattning, omfattning, bilagor, uppgifter,
		beroenden, risker, öppna frågor, vad, hur, lösning, steg för att återskapa, förväntat resultat, antaganden`,
}
