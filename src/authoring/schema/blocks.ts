import { z } from 'zod';
import { entryPath, id, text, tone } from './common.ts';
import { condition } from './condition.ts';
import { field } from './fields.ts';

const when = condition.optional().describe('N’apparaît que si cette condition est vraie.');

const row = z
  .strictObject({
    label: text.describe('Ce que dit la ligne.'),
    text: text.optional().describe('Valeur écrite.'),
    entry: entryPath.optional().describe('Saisie à rappeler : ecran/champ.'),
    edit: z.string().optional().describe('Écran où mène le lien « modifier ».'),
    when,
  })
  .meta({ id: 'summaryRow' });

const drawnAddress = text
  .optional()
  .describe('Adresse écrite comme un lien, et jamais ouverte : un résultat de recherche, un SMS.');

const leaves = [
  z.strictObject({
    heading: text.describe('Titre dans l’écran.'),
    level: z
      .union([z.literal(2), z.literal(3)])
      .optional()
      .describe('Niveau 2 (défaut) ou 3.'),
    when,
  }),
  z.strictObject({ paragraph: text.describe('Paragraphe.'), when }),
  z.strictObject({
    list: z.array(text).min(1).describe('Liste.'),
    ordered: z.boolean().optional().describe('Numérotée.'),
    when,
  }),
  z.strictObject({
    notice: text.describe('Message encadré.'),
    tone: tone.optional().describe('info par défaut.'),
    title: text.optional().describe('Titre du message.'),
    when,
  }),
  z.strictObject({
    image: z
      .string()
      .regex(/^[a-z0-9-]+\.svg$/, 'une image est un fichier .svg du dossier images du service')
      .describe('Dessin, dans le dossier images du service.'),
    alt: z.string().optional().describe('Texte qui remplace l’image ; vide si elle décore.'),
    when,
  }),
  z.strictObject({
    summary: text.describe('Tableau récapitulatif.'),
    rows: z.array(row).min(1).describe('Lignes.'),
    when,
  }),
  z.strictObject({
    table: text.describe('Tableau et sa légende.'),
    columns: z.array(text).min(1).describe('Titres des colonnes.'),
    rows: z.array(z.array(z.string())).min(1).describe('Lignes de cellules.'),
    when,
  }),
  z.strictObject({ action: z.string().describe('Place ici le bouton de cette action.'), when }),
  z.strictObject({
    phone: text.describe('Application qui s’ouvre sur le téléphone du personnage pendant cet écran.'),
    lines: z.array(text).min(1).describe('Ce qu’elle dit.'),
    address: drawnAddress,
    actions: z.array(z.string()).min(1).describe('Actions de cet écran qui se touchent là, et non sur la page.'),
    when,
  }),
  field,
] as const;

/** Blocks hold blocks: the recursive part is typed by hand, the rest is inferred. */
export type LeafSource = z.output<(typeof leaves)[number]>;
type Held = { blocks: BlockSource[]; when?: z.output<typeof condition> | undefined };
export type BlockSource =
  | LeafSource
  | ({ foldout: string } & Held)
  | ({
      card: string;
      address?: string | undefined;
      collapsible?: boolean | undefined;
      open?: boolean | undefined;
      tone?: z.output<typeof tone> | undefined;
      banner?: true | undefined;
    } & Held)
  | ({ group: string } & Held);

export const block: z.ZodType<BlockSource> = z
  .lazy(() => {
    const blocks = z.array(block).min(1).describe('Blocs contenus.');
    return z.union([
      ...leaves,
      z.strictObject({ foldout: text.describe('Volet que l’on déplie.'), blocks, when }),
      z.strictObject({
        card: text.describe('Carte d’un tableau de bord.'),
        address: drawnAddress,
        collapsible: z.boolean().optional().describe('Se replie.'),
        open: z.boolean().optional().describe('Dépliée au départ.'),
        tone: tone.optional(),
        banner: z
          .literal(true)
          .optional()
          .describe('Bandeau posé au bas de la page, par-dessus : on peut taper dessous. Pour les cookies.'),
        blocks,
        when,
      }),
      z.strictObject({ group: text.describe('Champs qui vont ensemble, et leur légende.'), blocks, when }),
    ]);
  })
  .describe('Ce dont un écran est fait. La première clé dit la sorte de bloc.')
  .meta({ id: 'block' });

export const blockId = id;
