/** What a new scenario is made from. */
export interface NewScenario {
  readonly service: string;
  /** Slug of the procedure. */
  readonly slug: string;
  readonly persona: string;
  readonly skill: string;
  /** "2026-11" */
  readonly month: string;
}

/** A scenario that already passes `check`, to fill in. */
export function newScenario({ service, slug, persona, skill, month }: NewScenario): string {
  const title = slug.replace(/-/g, ' ');
  return `# yaml-language-server: $schema=../schema.json
# À compléter. La référence : docs/langage.md. Vérifier : npm run scenarios -- check scenarios/${service}/${slug}.yaml
title: ${title.charAt(0).toUpperCase()}${title.slice(1)}
mission: "{prénom} doit faire cette démarche. Faites-la."
replicates: { site: à compléter, asOf: ${month} }
personas: [${persona}]
difficulty: debutant
minutes: 10
skills: [${skill}]
start: consigne

screens:
  consigne:
    title: Consigne
    address: à compléter
    area: public
    # documented : une source de sources.yaml le montre. reported : quelqu'un le raconte. assumed : supposé.
    evidence: { confidence: assumed, seen: ${month}, note: "Supposé : tout, pour commencer." }
    blocks:
      - paragraph: "Lisez la consigne, puis continuez."
      - field: consigne-lue
        kind: tick
        label: J'ai lu la consigne
        required: true
        answer: { value: true }
        skill: ${skill}
        coach:
          ask: Lisez la consigne, puis cochez la case.
          why: Cette case montre que vous avez lu.
          mistakes:
            - { when: { empty: true }, say: "La case est vide. Cochez-la pour continuer." }
    actions:
      - button: Continuer
        goes: terminee
        coach: { ask: Appuyez sur Continuer. }
    coach: { ask: "Lisez, cochez, continuez." }

endings:
  terminee: { meaning: reussi, title: "C'est fini", text: "La démarche est faite." }

takeAway:
  papers: [À compléter]
  steps: [Lire la consigne, Continuer]
  site: à compléter
  otherWay: "Vous pouvez aussi faire cette démarche à l'accueil ou par courrier."

examples:
  - { name: tout est juste, follow: answers, ends: terminee }
  - name: case oubliée
    do:
      - { press: continuer }
      - { expect: { screen: consigne, error: consigne-lue, mistake: consigne-lue/empty } }
    then: answers
    ends: terminee
`;
}

/** A service that already passes `check`, for a procedure whose service is new. */
export function newService(id: string): string {
  return `# yaml-language-server: $schema=../schema.json
# À compléter : l'apparence et ce que ses démarches ont en commun. Son faux service va dans mocks/${id}/.
id: ${id}
name: ${id}
masthead: { name: ${id} }
contacts:
  - { way: counter, text: "L'accueil du service. À compléter." }
`;
}
