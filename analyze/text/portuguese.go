package text

// Portuguese, of Brazil and of Portugal: the words and phrases by which it is read.

var portuguese = table{
	function: `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem
		à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo
		aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas
		havia seja qual será nós tenho lhe deles essas esses pelas este quero preciso gostaria poder possa posso deve
		devem cada são meus minhas nosso nossa pode podem fazer onde então porque sobre ainda queremos precisamos
		devemos ver nada todos todas`,
	titles: `mostrar adicionar exibir redefinir senha imposto corrigir pedido pedidos usuário usuários excluir incluir`,

	openers: []string{
		"como um|uma|qualquer|cada", "enquanto um|uma", "na qualidade de", "no papel de", "no meu papel de",
		"na função de", "sendo um|uma",
	},
	bare:     []string{"^como", "^enquanto", "eu como", "eu enquanto"},
	definite: []string{"^como o|a"},
	myWish: []string{
		"quero|preciso|desejo|gostaria|posso|necessito|devo|pretendo|espero|prefiro|queria|gostava|consigo",
		"não quero|preciso|gostaria|posso|desejo", "eu quero|preciso|desejo|gostaria|posso|devo|não",
	},
	wishes: []string{
		"queremos|precisamos|desejamos|gostaríamos|podemos|devemos|necessitamos", "não queremos|podemos",
		"a gente quer|precisa", "nós queremos|precisamos|gostaríamos", "deve|deveria ser possível",
	},
	verbs: []string{"quero|preciso|desejo|gostaria|posso|necessito|devo|queremos|precisamos"},
	i:     "eu nós",

	notPeople: `resultado consequência passo exemplo alternativa solução parte base complemento lembrete teste
		opção medida regra requisito ponto início compromisso continuação efeito paliativo objetivo mínimo máximo
		norma nota precaução experimento exceção melhoria resposta sugestão proposta ideia conclusão próximo primeiro
		primeira último contingência contorno`,
	notOpening: `sempre se já não combinado acordado combinamos falamos mencionei mencionado dito esperado
		previsto indicado em é está agora hoje ontem sabe sabem sabemos vimos te lhe eu nós vocês você muito fazer
		consequência resultado de por para que este esta isto esse essa isso há são pode podem temos conversamos
		discutido foi isso`,
	generic: `usuário usuária usuários usuárias utilizador utilizadora utilizadores utilizadoras cliente clientes
		pessoa pessoas alguém user equipe equipa time papel ator empresa consumidor consumidora consumidores
		indivíduo interessado stakeholder`,
	qualifiers: `loja final finais normal padrão qualquer típico geral comum sistema aplicação aplicativo app produto
		site web plataforma software serviço portal ferramenta a as o os genérico`,
	technical: `desenvolvedor desenvolvedora desenvolvedores programador programadora testador testadora tester
		testers arquiteto arquiteta engenheiro engenheira engenheiros devops qa dev developer desenvolvimento`,
	nounFirst: "yes",
	machines:  `sistema backend frontend api servidor microsserviço`,

	benefits: []string{
		"para que", "a fim de|que", "com o fim|objetivo|intuito|propósito de|que", "com a finalidade de|que",
		"de modo que|a", "de forma que|a", "de maneira que|a", "de tal forma|modo que", "por forma a",
	},
	reasons: []string{
		"para !ontem|celular|mulher|lugar|qualquer (não|assim|eu) (me|se) *ar|*er|*ir|*or|ver|ir|ser|dar|*armos|*ermos|*irmos",
		"para eu|nós *ar|*er|*ir", "porque", "pois", "já que", "uma vez que", "e assim",
		"assim posso|consigo|podemos|evito", "o que me|nos|permite|permitirá", "por (uma) (questão) (de) transparência|clareza|segurança|comodidade|simplicidade",
	},

	purpose: `para`,
	means:   `botão botões opção possibilidade função funcionalidade ferramenta link maneira forma menu formulário campo tela comando`,

	given: []string{"dado|dada|dados|dadas"},
	when:  []string{"quando"},
	then:  []string{"então"},

	defers: []string{
		"vou|vamos|preciso|precisamos|tenho|temos|devo (de|que) (antes|primeiro) perguntar|consultar|averiguar|questionar|perguntá",
		"vou|vamos|preciso|precisamos|tenho|temos|devo (de|que) (antes|primeiro) confirmar|validar|verificar|checar|ver|alinhar|falar|esclarecer (isso|isto) com",
		"vou|vamos ver|verificar|checar e (te|já|lhe|depois|vos)",
		"vou verificar|checar|ver !o|a|os|as|no|na|isso|se|como|nos|porque",
		"pergunto|perguntarei|consulto|consultarei !se|me|quando",
		"deixa|deixe|deixem (me|eu|eu) (eu) (antes) perguntar|consultar|confirmar|verificar|ver|checar|validar|alinhar !o|a|os|as|no|na|isso",
		"confirmo|valido|alinho|verifico|vejo (isso|isto) com", "te|lhe|já|vos retorno",
		"te|lhe|já|vos respondo|aviso|confirmo|digo quando|assim|amanhã|depois|em|logo",
		"dou|dou um retorno|resposta|feedback", "retorno assim|quando|em|com|amanhã", "volto com uma|a resposta",
		"estamos|estou|seguimos|sigo|continuamos (ainda) aguardando|esperando !seu|sua|teu|tua ~5 decisão|aprovação|resposta|confirmação|validação|feedback|autorização|retorno|posição|parecer",
		"^ainda aguardando|esperando|aguardamos|esperamos !seu|sua|teu|tua ~5 decisão|aprovação|resposta|confirmação|validação|feedback|autorização|retorno|posição|parecer",
		"aguardo|aguardamos|espero|esperamos !seu|sua|teu|tua ~5 decisão|aprovação|resposta|confirmação|validação|feedback|autorização|retorno|posição|parecer", "^pendente de|da|do ~4 decisão|aprovação|resposta|confirmação|validação|feedback|autorização|retorno|posição|parecer",
		"^aguardando|esperando !seu|sua|teu|tua ~5 decisão|aprovação|resposta|confirmação|validação|feedback|autorização|retorno|posição|parecer",
		"estamos|estou|seguimos (ainda) aguardando|esperando (que) ~5 decidir|decida|aprovar|aprove|confirmar|confirme|responder|responda|validar|valide|autorize",
		"aguardo|aguardamos|espero|esperamos (que) ~5 decidir|decida|aprovar|aprove|confirmar|responder|responda|validar|valide|autorize",
		"^aguardando|esperando (que) ~5 decidir|decida|aprovar|aprove|confirmar|confirme|responder|responda|validar|valide|autorize",
		"^à espera de|da|do|que", "estamos|estou|seguimos à|no espera|aguardo", "não cabe a mim", "não é minha decisão", "não é decisão minha",
		"não depende de mim|nós", "não posso decidir", "não sou eu quem",
		"tem|têm|precisa|precisam (que|de) (antes|primeiro) decidir|aprovar|autorizar",
		"deve|devem (antes|primeiro) decidir|aprovar|autorizar", "vou repassar|encaminhar|escalar",
		"encaminhei|repassei|escalei (a|o|isso|para|ao|à)",
	},
	awaits: []string{"aguarda|aguardo|aguardamos|aguardando", "à espera de|da|do"},
	errands: []string{
		"pergunto|perguntar|perguntarei ~3 se pode|poderia|consegue !decidir|aprovar|confirmar|responder|esclarecer",
	},
	users: `usuário usuários usuária usuárias utilizador utilizadores cliente clientes comprador compradores
		consumidores assinantes`,
	about: `se qual como quando quem onde porque sobre antes quais`,

	asks: []string{
		"por favor ~2 esclareça|esclarecer|esclareçam|confirme|confirmar|confirmem|confirma|especifique|especificar|explique|explicar|informe|informar|indique|indicar|detalhar|detalhe",
		"favor confirmar|esclarecer|informar|indicar|especificar|detalhar",
		"^poderia|poderiam|podem|pode|podes|poderias|alguém|você|vocês (você|vocês|pode|podem|poderia|alguém|me|nos|por) ~3 esclarecer|confirmar|explicar|dizer|informar|indicar|especificar",
		"me pergunto se|qual|como|por|quando|quem", "pergunto me se|qual|como",
		"não está|ficou|ficam|estão|fica (muito|totalmente) claro|clara|claros", "não (me|nos) está|é claro",
		"gostaria|gostaríamos|gostava|queria|preciso|precisamos (de) saber",
		"não sei|sabemos se|qual|como|quando|quem|onde|quais", "diga|digam|diz me|nos se|qual|como|quando|quem",
		"me diga|digam|avise se|qual|como|quando",
		"estou|estamos|fiquei|tenho|ficamos (na|em|com) (uma) dúvida|dúvidas (se|sobre|de)",
		"falta definir|esclarecer|saber se|qual|como|quem", "^o que acha|acham|achas",
		"^alguém|você|vocês sabe|sabem se|qual|quem|como", "^sabe|sabem|sabes|sabeis se|qual|quem|como|dizer",
	},
	rhetorical: []string{
		"^quem sabe", "^e daí", "^quem se importa", "^por que não", "^porque não", "^o que mais se pode pedir",
		"^o que pode|poderia dar errado", "^sério", "^a sério", "^quem diria", "^para quê", "^quem não",
		"^quem precisa",
	},
	because: "porque pois",

	deciders: `diretoria direção gerência gerente diretor diretora marketing vendas jurídico legal financeiro finanças
		compras comitê comité conselho chefe chefia presidência presidente responsável negócio comercial conformidade
		departamento ceo cto cfo sede patrocinador contabilidade gestão administração`,
	articles:      "o a os as nosso nossa meu minha do da de dos das ao à",
	articledNames: "yes",
	between:       "de do da dos das já também me nos setor área departamento equipe finalmente o a",
	they:          "eles elas ele ela",
	decides: []string{
		"decidiu|decidiram|aprovou|aprovaram|rejeitou|rejeitaram|recusou|vetou|escolheu|escolheram|determinou", "já decidiu|aprovou|rejeitou",
	},
	says: []string{
		"diz|dizem|disse|disseram|quer|querem|queria|prefere|preferem|pede|pediu|pediram|exige|exigiu|insiste|mandou|confirmou !saber|ver|conversar|falar|entender|oi",
		"está|estão de acordo",
	},
	by: []string{
		"segundo", "de acordo com", "conforme", "^resposta|decisão|aprovação|confirmação|retorno|orientação|ok de|do|da|dos", "tenho|temos|recebi|recebemos|tive|tivemos (já|a|uma) (a|uma) resposta|decisão|aprovação|confirmação|retorno|ok de|do|da|dos", "^diz|disse", "a pedido de|do|da",
		"decidido|aprovado|definido por|pelo|pela",
	},
	told: []string{"^decidiram|resolveram|aprovaram (que)", "^foi decidido|definido (que) pela|pelo|acima", "me|nos disseram|pediram|mandaram (que|para)", "disseram me|nos", "ordem|decisão de cima", "veio de cima"},

	directions: `reduzir reduz reduzirá redução diminuir diminui diminuição baixar baixa baixam aumentar aumenta aumentam aumento
		menos menor menores maior melhorar melhora encurtar duplicar dobrar subir sobe sobem cair cai caem queda crescer cresce
		elevar minimizar maximizar abaixo`,
	more:  `mais`,
	leads: `leva levará gera gerará provoca traz conseguir obter ter termos receber`,
	measures: `chamada chamadas ligações reclamações queixas devoluções pedidos encomendas compras carrinhos reservas cadastros registos
		cancelamentos abandonos tickets chamados erros falhas quedas visitas cliques vendas assinaturas custos incidentes recompras`,
	rates: `conversão taxa parcela proporção percentagem percentual rotatividade retenção adoção receita nps satisfação uso abandono
		espera tempo prazo duração fidelidade faturamento`,
	partitive: `de dos das do`,
	numerals:  `um uma dois duas três quatro cinco seis sete oito nove dez`,
	hypotheses: []string{
		"acreditamos|supomos|achamos|esperamos que ~20 @up|reduzirá|aumentará|levará|cedo|frequência", "nossa hipótese", "saberemos que|se ~8 quando|se|verdade|razão",
		"se ~16 então ~3 mais|menos", "^para testar (isso|isto) vamos", "testamos|testaremos isso|isto",
	},
	voices: []string{
		"cliente|clientes|usuário|usuários|utilizador|utilizadores|comprador|compradores|pessoas|assinantes|pacientes (se|nos|já) pediu|pediram|pedem|relataram|relatou|reclamaram|reclamou|reclamam|queixaram|solicitaram|solicitou|disseram|comentaram|sugeriram|informaram",
		"solicitado|pedido|relatado|sugerido|reclamado por|pelo|pela|pelos ~3 cliente|clientes|usuário|usuários|utilizadores|compradores",
		"comentários|reclamação|reclamações|queixa|queixas|pedido|pedidos|solicitação|sugestão|sugestões|opinião|opiniões|pesquisa de|do|dos|da|com ~3 cliente|clientes|usuário|usuários|utilizadores|compradores",
		"ticket|chamado|caso|pedido (de|do) suporte|zendesk|cliente|atendimento (n|número) ~1 #", "zendesk|freshdesk ~1 #",
		"em|nas|durante|de ~4 entrevista|entrevistas|pesquisa", "teste|testes de usabilidade",
	},
	requests: []string{"solicitado|solicitada|pedido|pedida|relatado|relatada|sugerido por|pela|pelo", "a pedido de|da|do", "reclamação|solicitação de|da|do"},
	vague: `rápido rápida rapidamente fácil fáceis facilmente simples intuitivo intuitiva amigável usável bom boa bem bonito moderno
		limpo correto correta corretamente adequado adequada adequadamente razoável robusto flexível eficiente fluido confortável
		desempenho performance estável confiável claro clara ótimo melhor esperado funciona funcionar suficiente prático`,
	rebuilds:  []string{"refatorar|refatoração|refactoring|refatorizar|conteinerizar"},
	acts:      []string{"migrar|migração|migrada|migrado|renomear|extrair|extração|configurar|indexar|indexada|desacoplar|reescrever"},
	changes:   []string{"atualizar|atualização|introduzir"},
	parts:     `banco base dependência dependências repositório esquema`,
	softParts: `biblioteca tabela tabelas coluna colunas servidor serviço serviços módulo módulos classe classes fila ambiente componente armazenamento ramos`,
}
