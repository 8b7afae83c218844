"""Spanish clauses as data: what rises, costs and amounts to how much, and the nouns around it."""

from __future__ import annotations

from lesart.analysis.figures.conjugation import spanish
from lesart.analysis.figures.grammar import Grammar
from lesart.analysis.figures.table_syntax import directed, phrases, valued_words, words

GRAMMAR = Grammar(
    shape="determined",
    moves=directed(
        rise="crezca crezcan suba suban aumente aumenten subió sube suben subieron subir subirá subirán subido subía aumentó aumenta aumentan aumentaron aumentar "
        "aumentará aumentado creció crece crecen crecieron crecer crecerá crecerán crecido incrementó incrementa incrementan "
        "incrementaron incrementado incrementar elevó eleva elevaron elevado elevar elevará disparó dispara dispararon disparado "
        "ganó ganan gana ganaron repuntó repunta repuntaron repuntado avanzó avanza avanzan avanzaron avanzado "
        "encareció encarece encarecen encarecieron encarecido mejoró mejora mejoraron mejorado escaló trepó saltó "
        "amplió amplía revalorizó revalorizado aceleró acelera rebotó superó supera superan escala apreció "
        "remontó alzó acumula amplían " + spanish(
            "subir aumentar crecer incrementar elevar disparar ganar repuntar avanzar encarecer mejorar escalar trepar saltar revalorizar "
            "acelerar rebotar superar apreciar remontar alzar engordar inflar revaluar ampliar ensanchar agrandar intensificar despegar reforzar agravar ahondar"
        ),
        fall="contrajo contrajeron contrae contraen contraído caiga caigan baje bajen reduzca reduzcan disminuya disminuyan descienda desciendan bajó baja bajan bajaron bajar bajará bajado cayó cae caen cayeron caer caerá caerán caído descendió desciende descienden "
        "descendieron descender descendido redujo reduce reducen redujeron reducir reducirá reducido disminuyó disminuye disminuyen "
        "disminuyeron disminuido perdió pierde pierden perdieron perdido retrocedió retrocede retroceden retrocedido recortó recorta recortan recortado "
        "recortar desplomó desplomaron desplomado hundió hundieron hundido rebajó rebaja rebajado rebajar abarató abarataron abaratado "
        "contrajo contraído cedió cede ceden menguó moderó modera moderado desaceleró frenó retrocedieron depreció "
        "encogió mermó redujeron reduzca disminuía cayendo cayeran " + spanish(
            "bajar caer descender/desciend reducir disminuir/disminuy/disminuy perder/pierd retroceder recortar desplomar hundir rebajar "
            "abaratar contraer ceder menguar moderar desacelerar frenar depreciar encoger mermar aminorar desinflar devaluar decrecer flaquear achicar acortar adelgazar estrechar ralentizar enfriar replegar restringir"
        ),
    ),
    own_moves=directed(rise=spanish("anotar apuntar apreciar"), fall=spanish("dejar")),
    reflexives=words("se"),
    reaching=words("para hasta"),
    reflexive_levels=words("eleva elevan elevaba elevaban"),
    share_articles=words("el del al un"),
    tolls=words(
        "dado devuelto entregó entregará debía debe traspasará reclamaba saldrá saldría entra ahorrará pondría devolverá adeuda ofrece ofrecen ofrecía ofreció pide piden pedía exige reclama bastan basta sale salía abona factura cuesta pago "
        "pagaba percibirá percibe cobrará recibirá añadir aportará pondrá"
    ),
    becomes=words("pasa pasan pasó pasaron pasará pasarán pasaría pasarían pasar pasado pasando pase pasen"),
    levels=words(
        "es son era eran fue fueron será serán sería alcanza alcanzan alcanzó alcanzaron alcanzará alcanzar alcanzado asciende ascienden "
        "ascendió ascendieron ascendía ascenderá sitúa sitúan situó situaron situará situado estima estiman estimó estimado está están "
        "estaba estaban estuvo queda quedó quedan quedaría supone suponen representa representan representó totaliza totalizó "
        "ronda rondan rondaba supera superan superó mantiene mantuvo duró dura mide pesa cerró cierra cotiza "
        "cotizaba cambiaba cambia calcula calculan valora valorado cifra cifran cifró fijó fijado tasado suma sumó "
        "llega llegó llegaron llegará permanece oscila oscilan marca marcó elevan eleva lidera roza terminó obtendría lograría baja "
        "cubre cubren abarca acumula sitúan supuso supusieron supondrá supondría mantendrá mantendrían mantuvieron obtendrían estuvieron "
        + spanish(
            "alcanzar ascender/asciend situar estimar quedar suponer representar totalizar rondar superar mantener/mantien durar medir/mid/mid "
            "pesar cerrar/cierr cotizar calcular valorar cifrar fijar llegar permanecer oscilar marcar rozar terminar cubrir abarcar lograr "
            "presupuestar tasar equivaler colocar rebasar estabilizar sumar congelar estancar traspasar"
        ) + " situarse quedarse colocarse"
    ),
    stays=words("permanece permaneció permanecen permanecieron queda quedó"),
    costs=words("valdrá valdrán valdría valdrían valió valieron cuesta cuestan costó costaron costará costarán costar costaba vale valen valía vende vendió vendido vendieron " + spanish("costar/cuest valer vender alquilar")),
    trades=words(spanish("comprar pagar fichar vender adquirir cobrar abonar traspasar desembolsar") + " compró compra comprar compraron pagó paga pagar pagaron fichó ficha vendió vende vender adquirió adquiere "
                 "adquirir abonó traspasó desembolsó cobra cobró"),
    spends=words("invertirá invirtió invierte invertir destinará destina destinó destinar gastó gasta ganó gana recaudó recauda recibió "
                 "recibe facturó factura debe deben adeuda aportó aportará ingresó ingresa obtuvo reclama pide donó "
                 "captó aprobó otorgó concedió generó genera ahorrará ahorrar " + spanish("invertir/inviert/invirt destinar gastar ganar "
                 "recaudar recibir facturar aportar ingresar reclamar donar captar aprobar otorgar conceder generar ahorrar embolsar percibir "
                 "desembolsar dedicar")),
    yields=words(spanish("reportar generar")),
    expects=words("esperaban esperado previsto preveían pronosticaban"),
    owns=words("registró registra registraron registrado reportó reporta obtuvo logró logra anunció prevé "
               "publicó tiene tenía tuvo posee controla administra gestiona recortó elevó aumentó subió impuso recibió sufrió "
               "declaró presentó acumula arrojó emplea emplean empleará suma suman cuenta cuentan contará transportó perdido perdió anunció cerró"),
    other_verbs=words(
        "ha han había habían habrá hay hubo puede pueden podría podrían debe deberá va van iba hace hizo hacen quiere quieren dice dijo "
        "dicen creen cree piensa apoya apoyan apoyó vota votó votaron afecta afectará afectan permite permitirá "
        "crea creará preocupa repite consume consumen pasó pasa pasará pasaron pasar pasado impuso espera esperan opina rechaza rechazan prefiere "
        "considera consideran vive viven trabaja trabajan tiene tienen tenía se lo le"
    ),
    infinitive_endings=("ar", "er", "ir", "arse", "erse", "irse", "ando", "iendo", "ándose", "iéndose"),
    auxiliaries=words("habiendo siendo ha han había habían habrá está están es son fue será se"),
    passives=words("sido es son fue fueron era será serán ser"),
    prepositions=words(
        "a ante bajo con contra de desde durante en entre hacia hasta para por según sin sobre tras como que "
        "mediante"
    ),
    fused={"del": "de", "al": "a"},
    by=words("en un"),
    onto=words("a al hasta"),
    from_=words("de del desde"),
    at=words("en a al"),
    amount_of=phrases("de entre | comprendido entre | comprendida entre | comprendidos entre | comprendidas entre | de | del | por valor de | por | por importe de | de unos | de más de | de hasta | de casi"),
    with_=words("con"),
    ahead=words("de"),
    equals=words("o"),
    has_bare_plurals=True,
    given_of=words("de"),
    price_for=words("por"),
    wants=words("pide piden exige exigen reclama reclaman propone ofrece"),
    among=words("entre"),
    out_of=words("de entre"),
    share_of=words("de del"),
    kept_in=words("en"),
    puts_in=words("invertirá invirtió invierte invertir inyectó estima cifra sitúa fija calcula valora"),
    places=words("en de"),
    complements={"por": ("gasto", "ingreso", "beneficio")},
    articles=words("el la los las un una unos unas este esta estos estas cuyo cuya cuyos cuyas su sus ese esa esos esas cada del al"),
    pronouns=words("él ella ellos ellas esto eso"),
    asides=words("él ella ellos ellas además también"),
    relatives=words("que quien cuyo cuya cuyos cuyas donde cual"),
    own=words("su sus"),
    subordinators=words("que cuando mientras si como aunque porque"),
    coordinators=words("y e o u pero"),
    adverbs=words(
        "solo sólo ya todavía aún casi cerca unos unas alrededor más aproximadamente apenas hoy actualmente el la los las un "
        "incluso también ahora alrededor menos"
    ),
    adverb_endings=("amente", "lmente", "zmente", "emente", "rmente", "nmente", "smente"),
    adverb_phrases=phrases(
        "al principio | al inicio | en origen | a la larga | al final | de momento | por ahora | de media | en promedio | de promedio | en total | en conjunto | en cambio | en concreto | en particular | en parte | en efecto "
        "| en realidad | al menos | de nuevo | en general | por término medio | por otra parte | por su parte | sin embargo | por ejemplo "
        "| en origen | de hecho"
    ),
    not_nouns=words("debajo encima delante detrás cerca alrededor más menos mientras interanual interanuales mensuales anuales frente respecto"),
    verb_endings=("aron", "ieron", "aba", "aban", "ará", "arán", "irá", "erá", "ía", "ían", "aría"),
    pre_adjectives=words(
        "nuevo nueva gran grande pequeño pequeña primer primera segundo segunda tercer tercera último última próximo próxima próximos "
        "próximas antiguo antigua buen buena mejor mejores peor peores mayor mayores menor menores viejo vieja alto alta largo larga "
        "principal mismo misma propio propia futuro futura único única"
    ),
    predicates=words("estable estables igual iguales constante constantes equivalente equivalentes"),
    post_adjectives=words(
        "pasado pasada pasados pasadas neto neta netos netas bruto bruta brutos brutas medio media medios medias público pública públicos públicas "
        "básico básicos mínimo mínima máximo usada usado nuevo nueva nuevos nuevas extranjero extranjera extranjeros extranjeras directa "
        "directo favorables favorable juvenil renovables renovable subyacente externa externo verde libre intacta"
    ),
    adjective_endings=(
        "il", "iles", "ista", "istas", "ior", "iores", "estre", "estres", "al", "ales", "ico", "ica", "icos", "icas", "ivo", "iva", "ivos", "ivas", "ario", "aria", "arios", "arias", "oso", "osa",
        "osos", "osas", "és", "esa", "eses", "esas", "ense", "enses", "ano", "ana", "anos", "anas", "eño", "eña", "ible", "able",
        "ibles", "ables", "ante", "ente", "antes", "entes", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ero", "era",
        "eros", "eras", "ino", "ina", "inos", "inas", "ar", "ares",
    ),
    occasions=words("ocasiones oportunidades"),
    change_nouns=directed(
        rise="subida aumento alza incremento crecimiento repunte avance ascenso ganancia encarecimiento salto subidas "
        "aumentos incrementos mejora rebote revalorización",
        fall="bajada caída descenso reducción recorte disminución retroceso pérdida rebaja desplome contracción caídas "
        "recortes bajadas abaratamiento descuento",
    ),
    per_head=words("por"),
    states_in=words("en"),

    change_in=words("de del en"),
    amount_nouns=words("horquilla media promedio récord importe monto valor total suma cuantía cifra cantidad máximo mínimo ritmo nivel barrera"),
    paces=words("ritmo"),
    own_amounts=words("crecimiento descuento"),
    own_sums=words("pérdida ganancia pérdidas recorte recortes rebaja"),
    times=words(
        "año años mes meses semana semanas día días trimestre trimestres semestre hora horas minuto enero febrero marzo abril mayo "
        "junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo "
        "víspera verano invierno otoño primavera periodo período cierre inicio final principio década ejercicio temporada jornada sesión parte pasado próximo"
    ),
    agents=words(
        "grupo empresa compañía banco gobierno país estado región ciudad ayuntamiento ministerio fabricante cadena club partido "
        "sindicato operador fondo aseguradora agencia firma universidad comunidad presidente alcalde candidato candidata "
        "gigante filial instituto federación asociación hogares mujeres hombres eléctrica petrolera aerolínea multinacional "
        "ganadero agricultor productor consumidor cliente paciente jubilado pensionista estudiante alumno docente enfermero médico propietario inquilino casero contribuyente usuario viajero conductor accionista inversor ahorrador parado obrero empleado trabajador directivo patrón artesano comerciante hostelero abogado notario juez fiscal acusado víctima demandante sospechoso jugador entrenador campeón corredor nadador actor autor artista cantante diputado senador vecino ciudadano elector donante beneficiario familia pareja heredero pescador viticultor exportador importador chófer repartidor piloto policía bombero soldado ganador español "
        "constructora tecnológica película aeropuerto junta capital provincia municipio agricultura equipo sector hospital consejo congreso parlamento fábrica comisión"
    ),
    sayers=words("analistas economistas expertos policía autoridades encuesta estudio informe datos sondeo"),
    appraises=words("valorado valorada valorados valoradas tasado tasada"),
    limits=words("rebasa rebasó rebasan rebasaron rebasará rozan rozará tope límite umbral techo máximo mínimo supera superan superó barrera"),
    votes=words("obtuvo obtendría logró lograría consiguió ganó obtiene con"),
    bounds=words("superior superiores inferior inferiores"),
    lives=("soldados", "hombres", "mujeres", "combatientes", "personas", "civiles", "niños", "vidas", "militares", "efectivos", "policías", "marineros", "familiares"),
    change_forms=("ó", "aron", "ieron", "jeron", "ado", "ido", "aba", "aban", "ará", "arán", "erá", "irá", "ando", "iendo", "aría"),
    devotes=words("destina destinan destinó destinaron destinará destinarán destinado destinar dedica dedican dedicó dedicará dedicado dedicar asigna asignó asignará asignado asignar reserva reservó reservará"),
    endowed=words("dotado dotada dotados dotadas financiado financiada financiados financiadas subvencionado subvencionada"),
    aside_in=words("en"),
    agreeing=("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"),
    between=words("comprendido comprendida comprendidos comprendidas situado situada"),
    of_units=words("cúbico cúbicos cuadrado cuadrados"),
    outdoes=words("supera superó superan superaron superado"),
    mourns=words("perdió perdieron pierde pierden perdido perder perdía perderá"),
    more=directed(rise="más superior superiores encima mayor mejor", fall="menos inferior inferiores debajo menor peor"),
    signs=directed(rise="+", fall="-"),
    multiples=valued_words({
        "duplicado duplicó duplicaron duplicar duplicará": "2", "triplicado triplicó triplicaron triplicar": "3",
        "cuadruplicado cuadruplicó": "4", "quintuplicó": "5",
    }),
    per=phrases("por cada | por | al | a la | el | la | / | cada"),
    per_only={
        ("al",): words("mes año día"),
        ("a", "la"): words("semana hora"),
        ("el",): words("barril litro kilo metro kilogramo"),
        ("la",): words("tonelada onza noche hora"),
        ("cada",): words("mes año día semana uno"),
        ("/",): words("mes día año kg hora"),
        ("por",): words("acción barril habitante persona hora kilo litro tonelada hectárea noche mes día año trabajador hogar ciento alumno unidad cabeza kilogramo metro"),
    },
    per_words=words("mensuales anuales diarios mensual anual"),
    against=phrases(
        "respecto a la | respecto al | respecto a | respecto del | frente a la | frente al | frente a los | frente a | en comparación con "
        "| que el | que en | que hace | con respecto a"
    ),
    afterwards=words("tras"),
    since=phrases("desde el | desde la | desde"),
    male=words("el un del al este ese los unos estos"),
    female=words("la una esta esa las unas estas"),
    plural_articles=words("los las sus unos unas estos estas esos esas cuyos cuyas"),
    ago=words("antes atrás después"),
    no_base=words("ejemplo ciento encima"),
    head_changes=words("variación cambio evolución diferencia dif var delta interanual"),
    head_ranks=words("puesto posición rango n.º"),
    head_generic=words(
        "valor valores número cantidad importe cifra dato datos resultado porcentaje cuánto total"
    ),
    totals=words("total totales suma conjunto todos"),
)  # fmt: skip
