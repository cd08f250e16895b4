#!/usr/bin/env node
import { start } from './cli/start.js';
import { processTerminal } from './cli/terminal.js';

process.exitCode = await start(process.argv.slice(2), processTerminal);
