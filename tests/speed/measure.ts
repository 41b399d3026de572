// Prints the figures of docs/performance.md, in some four minutes:
//
//     node_modules/.bin/node tests/speed/measure.ts
import { full, measure, report } from './figures.ts';

for (const line of report(await measure(full))) console.log(line);
