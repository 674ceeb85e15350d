/** dynalite behind the listener, in this process. */
import { EventEmitter } from 'node:events';
import dynalite from 'dynalite';
import { listenInFront } from './database-front.ts';

const database = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });

listenInFront(({ headers, method, url }, outgoing, body) => {
  const request = Object.assign(new EventEmitter(), { headers, method, url });
  database.emit('request', request, outgoing);
  request.emit('data', body);
  request.emit('end');
});
