import { compileCatalogue } from '#authoring';
import { contracts } from '#mocks';

const catalogue = compileCatalogue('scenarios', { contracts });
for (const f of catalogue.faults) console.log(`${f.file}:${f.line} ${f.code} ${f.message} ${f.hint ?? ''}`);
for (const s of Object.values(catalogue.scenarios)) {
  console.log(s.id, s.hash, Object.keys(s.screens).length, JSON.stringify(s.facts).slice(0, 600));
  for (const x of Object.values(s.screens)) console.log(' ', x.id, '→', x.way, JSON.stringify(x.back));
}
