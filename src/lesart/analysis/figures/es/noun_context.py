"""The company Spanish counts keep: what a counted phrase may hold, what changes, who says so."""

from __future__ import annotations

from typing import Any

from lesart.analysis.figures.table_syntax import phrases, words

NOUN_CONTEXT: dict[str, Any] = {
    "determiners": words("el la los las un una unos unas este esta estos estas su sus ese esa "
                         "esos esas nuestro nuestra nuestros nuestras todos todas"),
    "of": words("de del"),
    "more": words("otros otras más"),
    "skip": words("otros otras nuevos nuevas más de"),
    "adjectives": words("nuevos nuevas grandes pequeños pequeñas primeros primeras jóvenes "
                        "antiguos antiguas otros otras principales últimos últimas buenos buenas "
                        "largos largas viejos viejas altos altas presuntos presuntas posibles"),
    "plurals": words("gente"),
    "never_noun": words("más menos tras además después antes entonces atrás jamás quizás veces "
                        "años meses lunes martes miércoles jueves viernes es sus les nos"),
    "stop_words": words(
        "cuyo cuya cuyos cuyas y e o u pero ni que quien quienes donde cuando como si porque a al ante bajo con contra "
        "de del desde durante en entre hacia hasta para por según sin sobre tras el la los las un "
        "una unos unas lo su sus se le les me te nos no sí ya más menos muy también es son era "
        "eran fue fueron será serán ha han había habían hay está están estaba estaban ser estar "
        "haber hace hacen él ella ellos ellas este esta estos estas ese esa esos esas aquí hoy "
        "ayer mañana luego aún todavía cada mientras aunque dijo murieron resultaron quedaron "
        "fallecieron perdieron llegaron"
    ),
    "verbs": words("encuestados muertos heridos heridas detenidos detenidas desaparecidos evacuados evacuadas "
                   "desplazados vendidos vendidas asesinados asesinadas afectados afectadas "
                   "registrados registradas previstos previstas"),
    "not_before_half": words("su"),
    "sure_multiples": words(),
    "sport": words("ganó venció derrotó derrota victoria empate empató partido marcador gol goles "
                   "final perdió ganaron set sets remontada resultado"),
    "odds": words("cuota"),
    "number_of": words("número cifra media promedio"),
    "number_of_joins": words("de"),
    "outcomes": words(
        "muertos muertas fallecidos fallecidas heridos heridas desaparecidos detenidos detenciones"
    ),
    "including": words("incluidos incluidas incluido incluida incluyendo ellos ellas cuales"),
    "more_before": words("otros otras ellos ellas"),
    "ballots": words("votos sufragios diputados senadores síes"),
    "voted_against": words("contra"),
    "verbs_behind": words("resultaron fueron murieron han están quedaron son eran de"),
    "by_itself": words(),
    "rise": words(
        "subió sube subieron subida subir aumentó aumenta aumentaron aumento aumentar creció crece "
        "crecieron crecimiento encareció encarece encarecen encarecido encarecer elevó eleva elevan elevar elevará ampliado ampliar amplió "
        "ampliará subirá subirán aumentará crecerá incrementa incrementar incrementará dispara repunta rebota revalorizó mejora mejoró mejorado incrementó incremento incrementado subido aumentado crecido pasó "
        "pasado pasar pasaron pasará pasarán pasaría pasa pasan elevó elevado alza disparó ganó repuntó avanzó"
    ),
    "fall": words(
        "bajó baja bajaron bajada bajar cayó cae cayeron caída caer descendió desciende descenso "
        "redujo reduce reducción reducir disminuyó disminución bajado caído reducido perdió "
        "retrocedió recortó recorte recorta recortar recortado recortará rebaja rebajó rebajado rebajar rebajará abarata abarató abaratado "
        "bajará caerá reducirá disminuye disminuyen disminuirá retrocede desploma desplomó desplomado cedió cede hundió"
    ),
    "revises": words("revisado revisada revisados revisadas revisó revisa revisar"),
    "out_of": words("de"),
    "sums": words(
        "multa multas deuda deudas indemnización indemnizaciones ingresos pérdidas beneficio beneficios ganancias ganancia "
        "inversión inversiones impuestos ayudas ayuda subvenciones subvención comisiones comisión intereses dividendos presupuesto "
        "ventas facturación capital fianza daños perjuicio gastos gasto ahorro ahorros rescate recaudación créditos crédito "
        "préstamos fondos primas superávit déficit sobrecoste liquidez atrasos remesas alquileres capitalización honorarios"
    ),
    "points": words("puntos punto"),
    "anaphors": phrases("de ellos | de ellas | de los cuales | más que | menos que"),
    "spent": words("cárcel prisión guerra retraso lluvia trabajo trabajos negociaciones nieve espera silencio cautiverio antigüedad experiencia salario reclusión"),
    "part_of": phrases("de los | de las | de | de sus"),
    "than_more": words("más menos inferior superior inferiores superiores"),
    "than_more_phrases": phrases("por encima | por debajo"),
    "by": words("un en"),
    "onto": words("a al hasta"),
    "levels": words("debajo encima"),
    "from_": words("de del desde"),
    "says": words("dijo afirmó anunció informó indicó señaló explicó aseguró declaró estimó estima "
                  "confirmó confirmaron confirma detalló precisó añadió agregó sostuvo advirtió comunicó reveló apuntó "
                  "informa asegura afirma señala indica"),
    "according": (("según",), ("de", "acuerdo", "con")),
    "behind_according": (),
}  # fmt: skip
