/**
 * The text of a template → the source of a function (view, frame, run) that writes it. Handlebars parses it; what our templates
 * use of its language is little, so they run without it, in half the time. A test holds both to the same bytes.
 */
import Handlebars from 'handlebars';

/** The helpers that templates may call; the same list is in src/render/html/templates.ts. */
export const HELPERS = ['blocks', 'chapters', 'inlines', 'link', 'text'];

/**
 * The functions that `run` has besides the helpers: `escape` a value, whether `if` takes it, and `each` of a list.
 * Indentation is for the reader of the template only: it goes, lines stay.
 */
export function compileTemplate(source) {
  return `(view0, frame, run) => ${program(Handlebars.parse(source.replace(/^[ \t]+/gm, '')), 0)}`;
}

/** An expression of what stands in a program, where the view at hand is `view` and the depth of `each`. */
function program({ body }, depth) {
  const parts = body.map((statement) => expression(statement, depth));
  return parts.length === 0 ? "''" : parts.join(' + ');
}

function expression(statement, depth) {
  switch (statement.type) {
    case 'ContentStatement':
      return JSON.stringify(statement.value);
    case 'CommentStatement':
      return "''";
    case 'MustacheStatement':
      return mustache(statement, depth);
    case 'BlockStatement':
      return block(statement, depth);
    default:
      throw unknown(statement);
  }
}

function mustache(statement, depth) {
  const { path, params, escaped } = statement;
  if (params.length > 0) {
    if (params.length > 1 || !HELPERS.includes(path.original) || !escaped) throw unknown(statement);
    return `run.${path.original}(${value(params[0], depth)}, frame)`;
  }
  if (HELPERS.includes(path.original)) throw unknown(statement);
  return escaped ? `run.escape(${value(path, depth)})` : `(${value(path, depth)} ?? '')`;
}

function block(statement, depth) {
  const { path, params, program: inside, inverse } = statement;
  const [param] = params;
  if (params.length !== 1) throw unknown(statement);
  if (path.original === 'if') {
    const [holds, otherwise] = [program(inside, depth), inverse ? program(inverse, depth) : "''"];
    return `(run.holds(${value(param, depth)}) ? ${holds} : ${otherwise})`;
  }
  if (path.original !== 'each' || inverse) throw unknown(statement);
  return `run.each(${value(param, depth)}, (view${depth + 1}) => ${program(inside, depth + 1)})`;
}

/** A value of the view, of the frame (`@rank`), or what is said in the template. */
function value(node, depth) {
  if (node.type === 'StringLiteral') return JSON.stringify(node.value);
  if (node.type !== 'PathExpression' || node.depth > 0) throw unknown(node);
  const [first, ...rest] = node.data ? ['frame', ...node.parts] : [`view${depth}`, ...node.parts];
  return first + rest.map((part, index) => (index === 0 ? `.${part}` : `?.${part}`)).join('');
}

function unknown({ type, loc }) {
  return new Error(
    `Our templates are compiled without Handlebars, which knows more: line ${loc.start.line} (${type}).`,
  );
}
