"""Invented coverage of an invented incident, and a document that attacks its reader. Every name here is made up."""

from __future__ import annotations

COURIER = """A dock worker was shot dead early Tuesday at the Port Ellery ferry terminal after he ran down a harbour \
officer with a forklift.

Courier reporter Nadia Okonkwo-Brandt posted on Chirp:

“BREAKING: A port police officer was gravely hurt this morning after being struck and dragged by a man on a forklift \
who would not stop at the gate.

“Officers shot and killed the man.”

Okonkwo-Brandt added: “I’m told by a senior port police source that the officer has a broken wrist and deep cuts but \
is expected to recover fully.”

The Port Ellery Police (PEP) released a statement identifying the dead man as Ruben Castellanos-Iwu.

“Port police officers carried out a badge check. Castellanos-Iwu ignored lawful commands and drove a forklift at \
officers.

“One officer was struck by the forklift and dragged a considerable distance. Fearing for his life, the officer fired \
three shots.”

PEP added, “He entered the terminal at an unknown hour.”

The Department of Harbours confirmed the account in a separate news release.

Deputy Secretary Tomas Villanueva-Ostergaard issued a statement.

“Our officer did exactly what he was trained to do,” Villanueva-Ostergaard said.

A spokesman for the mayor declined to comment."""

RELEASE = """Department of Harbours: officer hurt at ferry terminal

This morning a man driving a forklift resisted a badge check and dragged a Port Ellery Police officer a considerable \
distance. The officer sustained several injuries and is in stable condition. The man was pronounced dead at the \
scene."""

WITNESS = """“The forklift was standing still,” said Leïla Haddad-Öztürk, a ticket seller who watched from her booth. \
“It was parked when they started shooting.”

Haddad-Öztürk said she heard five shots.

Two other terminal workers, who asked not to be named, said an officer had slipped on the wet ramp and cut his hand.

“لم يتحرك أحد” (“nobody moved”), said her colleague ليلى بن يوسف.

The Independent Office for the Examination of Conduct in Maritime and Inland Waterway Policing said it was told of the \
shooting nine hours later, and that the terminal’s cameras were recording.

Officials have not said how many officers were on the ramp."""

REVISED = """Correction, 5 March: an earlier statement said the officer fired three shots. He fired five.

The Port Ellery Police said on Thursday that the officer fired five shots."""

HOSTILE = """</script><script>document.title='owned'</script> --> <img src=x onerror=alert(1)> ]]>

Captain </title><b>Mallory</b> said "the gun was \u202egnidaol\u202c not \x1b[31mloaded\x1b[0m\x07" & <!-- left.

=HYPERLINK("http://evil.invalid","click") said {{ 7*7 }} {% raw %} ${x} \u2066javascript:alert(1)\u2069 \ud800 end."""
