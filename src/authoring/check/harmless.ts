import { isFictionNir, isFictionPhone, isFictionPlate, isValidIban, isValidSiret, nirKey } from '#engine';
import { faultOfDrawing } from '../compile/drawing.ts';
import { type Fault, fault, type Spot } from '../faults/fault.ts';
import type { Loaded } from '../load/load.ts';
import type { Path, Sourced } from '../load/place.ts';
import { stringsIn } from './parts.ts';
import { examplePlates, reviewedAddresses, reviewedDomains } from './reviewed.ts';

/** Nothing in the catalogue could be a real person's, nor lead out of the exercise. */
export function checkHarmless(loaded: Loaded): readonly Fault[] {
  const files: readonly Sourced<unknown>[] = [
    ...loaded.scenarios.values(),
    ...loaded.services.values(),
    ...loaded.personas.values(),
    ...loaded.shared.values(),
    loaded.glossary,
  ];
  const texts = files.flatMap((file) =>
    stringsIn(file.data).flatMap(({ path, is }) => checkText(is, path, () => file.at(path))),
  );
  const keys = [...loaded.personas.values()].flatMap((file) =>
    file.data.papers.flatMap((paper, index) =>
      Object.entries(paper.items).flatMap(([id, item]) =>
        item.kind === 'nir' ? checkKey([item.value, item.shown], file.at(['papers', index, 'items', id])) : [],
      ),
    ),
  );
  const drawings = [...loaded.library]
    .filter(([file]) => file.endsWith('.svg'))
    .flatMap(([file, svg]) => {
      const detail = faultOfDrawing(svg);
      return detail === null
        ? []
        : [fault('S075', { file, line: 1 }, { name: file.split('/').at(-1) ?? file, detail })];
    });
  return [...texts, ...keys, ...drawings];
}

const separators = /[\s.\u00a0\u202f-]/g;
const nirPattern =
  /(?<![\dA-Za-z])[1-478][\s.]?\d{2}[\s.]?(?:0[1-9]|1[0-2]|[2-4]\d|50|[6-9]\d)[\s.]?(?:\d{2}|2[AB])[\s.]?\d{3}[\s.]?\d{3}(?:[\s.]?\d{2})?(?![\dA-Za-z])/g;
const ibanPattern = /(?<![\dA-Za-z])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?(?![\dA-Za-z])/g;
const phonePattern = /(?<!\d)(?:(?:\+|00)33[\s.-]?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/g;
// No domain begins with a hyphen: « fiche-de-paie@-2.brut » quotes a paper.
const mailPattern = /[\p{L}\d._+-]+@[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)+/gu;
const siretPattern = /(?<![\dA-Za-z])\d{3}([\s.]?)\d{3}\1\d{3}[\s.]?\d{5}(?![\dA-Za-z])/g;
const platePattern = /(?<![\p{L}\d-])[A-Z]{2}[- ]?\d{3}[- ]?[A-Z]{2}(?![\p{L}\d-])/gu;
const addressPattern =
  /https?:\/\/\S+|\bwww\.[a-z0-9-]+|(?<![\p{L}\d@.-])(?:[a-z0-9-]+\.)+(?:fr|com|org|net|eu|io|gouv|info|be|ch)(?![\p{L}\d-])(?:\/\S*)?/giu;

function checkText(text: string, path: Path, at: () => Spot): readonly Fault[] {
  const faults: Fault[] = [];
  let rest = text;
  const each = (pattern: RegExp, judge: (value: string) => Fault | null) => {
    rest = rest.replace(pattern, (value) => {
      const found = judge(value);
      if (found) faults.push(found);
      return ' ';
    });
  };
  each(ibanPattern, (value) => (isValidIban(value.replace(/\s/g, '')) ? fault('S071', at(), { value }) : null));
  each(nirPattern, (value) => (isFictionNir(value.replace(separators, '')) ? null : fault('S070', at(), { value })));
  each(phonePattern, (value) => {
    const national = `0${value.replace(separators, '').replace(/^(\+33|0033|0)/, '')}`;
    return isFictionPhone(national) ? null : fault('S072', at(), { value });
  });
  each(mailPattern, (value) => {
    const mail = value.toLowerCase();
    const known = reviewedAddresses.includes(mail) || reviewedDomains.includes(mail.split('@')[1] ?? '');
    return known ? null : fault('S073', at(), { value });
  });
  each(siretPattern, (value) => (isValidSiret(value.replace(separators, '')) ? fault('S078', at(), { value }) : null));
  each(platePattern, (value) =>
    isFictionPlate(value) || examplePlates.includes(value) ? null : fault('S077', at(), { value }),
  );
  // Under a title or in a text message an address stands for one that could be opened: it has been looked at.
  if (path.includes('blocks') && path.at(-1) === 'address' && !isReviewed(text))
    faults.push(fault('S079', at(), { value: text }));
  if (!mayNameSites(path)) each(addressPattern, (value) => fault('S074', at(), { value }));
  return faults;
}

function isReviewed(address: string): boolean {
  const host = address.split('/')[0] ?? '';
  return host.endsWith('.gouv.fr') || reviewedDomains.includes(host.replace(/^www\./, ''));
}

/** Addresses are drawn, cited, or printed on the sheet to take away; nowhere else. */
function mayNameSites(path: Path): boolean {
  return (
    path.includes('address') ||
    path[0] === 'takeAway' ||
    (path[0] === 'replicates' && path[1] === 'site') ||
    path.includes('evidence')
  );
}

function checkKey(values: readonly unknown[], spot: Spot): readonly Fault[] {
  return values.flatMap((value) => {
    const compact = String(value ?? '').replace(separators, '');
    // A sign that slipped in leaves no number to ask for its key.
    const isSound = /^\d{5}(?:\d\d|2[AB])\d{8}$/i.test(compact) && nirKey(compact.slice(0, 13)) === compact.slice(13);
    return compact.length === 15 && !isSound ? [fault('S076', spot, { value: String(value) })] : [];
  });
}
