/** swc's own visitor stops at `using x = …`, and with it dependency-cruiser: here it is told to walk on. */
import { createRequire } from 'node:module';

interface Statement {
  readonly type: string;
  readonly decls?: unknown;
}
interface Visitor {
  visitStatement(statement: Statement): Statement;
  visitVariableDeclarators(declarators: unknown): unknown;
}

const { Visitor } = createRequire(import.meta.url)('@swc/core/Visitor.js') as {
  readonly Visitor: { readonly prototype: Visitor };
};
const known = Visitor.prototype.visitStatement;

Visitor.prototype.visitStatement = function visitStatement(statement) {
  if (statement.type !== 'UsingDeclaration') return known.call(this, statement);
  this.visitVariableDeclarators(statement.decls);
  return statement;
};
