// Puts into dist/ what other implementations check themselves with: the JSON Schema and the conformance vectors.
import { cpSync, writeFileSync } from 'node:fs';
import { jsonSchema } from '../dist/core/convert/schema.js';

writeFileSync('dist/schema.json', `${JSON.stringify(jsonSchema, null, 2)}\n`);
cpSync('test/vectors', 'dist/vectors', { recursive: true, filter: path => !path.endsWith('.ts') });
