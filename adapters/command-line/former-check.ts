#!/usr/bin/env node
import { processTerminal } from '../node/index.js';
import { runFormerly } from './run.js';

process.exitCode = await runFormerly('switchhook-check', 'check', process.argv.slice(2), processTerminal);
