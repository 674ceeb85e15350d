/** DynamoDB on the one port: passed on to the database as it is. */
import type { Answer, Request } from '../http/message.ts';
import type { Database } from '../table/database.ts';

export function dynamoService(database: Database) {
  return async (operation: string, { body }: Request): Promise<Answer> => {
    const reply = await database.call(operation, body);
    return {
      status: reply.status,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: reply.body,
    };
  };
}
