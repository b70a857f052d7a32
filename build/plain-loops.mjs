/**
 * Source → the same source with plain loops: what goes through an array by an iterator (`for…of`, `entries()`, `const [a, b] =`)
 * goes through it by its index. A report is made before the engine has optimised much of the code, and until then each step of
 * an iterator is a call and an object. The types say what is an array.
 */
import { resolve } from 'node:path';
import ts from 'typescript';

/**
 * Reads the types of a project once.
 *
 * @param {string} config The path of its tsconfig.json.
 * @returns {(path: string) => string} The text of one of its files, rewritten.
 */
export function plainLoops(config) {
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (found) => {
        throw new Error(ts.flattenDiagnosticMessageText(found.messageText, '\n'));
      },
    },
  );
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  return (path) => {
    const file = program.getSourceFile(resolve(path));
    if (file === undefined) throw new Error(`${path} is not a file of ${config}.`);
    return rewritten(file, checker);
  };
}

/**
 * The esbuild plugin that reads our files so.
 *
 * @param {(path: string) => string} read
 * @returns {import('esbuild').Plugin}
 */
export function plainLoopsPlugin(read) {
  return {
    name: 'plain-loops',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({ contents: read(path), loader: 'ts' }));
    },
  };
}

/** @param {ts.SourceFile} file */
function rewritten(file, checker) {
  const { text } = file;
  /** What stands in the place of a piece of the text; pieces do not overlap. */
  const edits = [];
  const replace = (from, to, by) => edits.push({ from, to, by, order: edits.length });
  let names = 0;
  const fresh = (stem) => `$${stem}${String(++names)}`;
  const start = (node) => node.getStart(file);
  const isArray = (node) => isArrayType(checker.getTypeAtLocation(node), checker);

  const visit = (node) => {
    if (ts.isForOfStatement(node)) forOf(node);
    else if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrayBindingPattern(node.name))
      declaration(node);
    else if (ts.isArrowFunction(node)) arrow(node);
    ts.forEachChild(node, visit);
  };

  const forOf = (node) => {
    const { initializer, expression, statement } = node;
    if (node.awaitModifier || !ts.isVariableDeclarationList(initializer) || !(initializer.flags & ts.NodeFlags.Const))
      return;
    const { name } = initializer.declarations[0];
    const counted = entriesOf(expression);
    if (counted !== null && isArray(counted) && ts.isArrayBindingPattern(name) && name.elements.length <= 2) {
      const [index, item] = name.elements;
      const [i, list] = [fresh('i'), fresh('list')];
      const taken = [
        ...(index && !ts.isOmittedExpression(index) ? taking(index, i) : []),
        ...(item ? taking(item, `${list}[${i}]`) : []),
      ];
      replace(start(node), start(counted), `for (let ${i} = 0, ${list} = `);
      replace(counted.end, start(statement), `; ${i} < ${list}.length; ${i}++) { const ${taken.join(', ')}; `);
    } else if (isArray(expression)) {
      const [i, list] = [fresh('i'), fresh('list')];
      const taken = bound(name, `${list}[${i}]`);
      replace(start(node), start(expression), `for (let ${i} = 0, ${list} = `);
      replace(expression.end, start(statement), `; ${i} < ${list}.length; ${i}++) { const ${taken.join(', ')}; `);
    } else if (ts.isArrayBindingPattern(name) && isArray(name)) {
      const item = fresh('item');
      replace(start(node), start(expression), `for (const ${item} of `);
      replace(expression.end, start(statement), `) { const ${bound(name, item).join(', ')}; `);
    } else return;
    replace(statement.end, statement.end, ' }');
  };

  const declaration = ({ name, initializer }) => {
    const { elements } = name;
    const isPlain = (element) =>
      !ts.isOmittedExpression(element) &&
      ts.isIdentifier(element.name) &&
      !element.initializer &&
      !element.dotDotDotToken;
    if (
      ts.isArrayLiteralExpression(initializer) &&
      initializer.elements.length === elements.length &&
      elements.every(isPlain) &&
      !initializer.elements.some(ts.isSpreadElement)
    ) {
      let end = start(name);
      for (const [index, value] of initializer.elements.entries()) {
        replace(end, start(value), `${index > 0 ? ', ' : ''}${elements[index].name.text} = `);
        end = value.end;
      }
      replace(end, initializer.end, '');
    } else if (isArray(initializer)) {
      const list = fresh('list');
      replace(start(name), start(initializer), `${list} = `);
      replace(
        initializer.end,
        initializer.end,
        bound(name, list, true)
          .map((part) => `, ${part}`)
          .join(''),
      );
    }
  };

  const arrow = (node) => {
    const taken = [];
    for (const { name, initializer, dotDotDotToken } of node.parameters) {
      if (!ts.isArrayBindingPattern(name) || initializer || dotDotDotToken || !isArray(name)) continue;
      const list = fresh('list');
      replace(start(name), name.end, list);
      taken.push(...bound(name, list, true));
    }
    if (taken.length === 0) return;
    const { body } = node;
    if (ts.isBlock(body)) replace(start(body) + 1, start(body) + 1, ` const ${taken.join(', ')};`);
    else {
      replace(start(body), start(body), `{ const ${taken.join(', ')}; return (`);
      replace(body.end, body.end, '); }');
    }
  };

  /** The declarations that give a name or a pattern its value. `simple`: the value can be said several times. */
  const bound = (name, value, simple = false) => {
    if (!ts.isArrayBindingPattern(name) || !isArray(name)) return [`${name.getText(file)} = ${value}`];
    const list = simple ? value : fresh('list');
    const parts = name.elements.flatMap((element, index) => {
      if (ts.isOmittedExpression(element)) return [];
      if (element.dotDotDotToken) return [`${element.name.getText(file)} = ${list}.slice(${String(index)})`];
      return taking(element, `${list}[${String(index)}]`);
    });
    return simple ? parts : [`${list} = ${value}`, ...parts];
  };

  /** The same of an element of a pattern, which may say what it is where it is not there. */
  const taking = ({ name, initializer }, value) => {
    if (!initializer) return bound(name, value);
    const given = fresh('given');
    return [`${given} = ${value}`, ...bound(name, `${given} === undefined ? ${initializer.getText(file)} : ${given}`)];
  };

  visit(file);
  return applied(text, edits);
}

/** The array that `entries()` is called of, or null. */
function entriesOf(expression) {
  return ts.isCallExpression(expression) &&
    ts.isPropertyAccessExpression(expression.expression) &&
    !expression.expression.questionDotToken &&
    expression.expression.name.text === 'entries' &&
    expression.arguments.length === 0
    ? expression.expression.expression
    : null;
}

/** True of arrays and tuples, and of what is always one of them. */
function isArrayType(type, checker) {
  if (type.isUnion()) return type.types.every((each) => isArrayType(each, checker));
  return checker.isArrayType(type) || checker.isTupleType(type);
}

function applied(text, edits) {
  let made = '';
  let at = 0;
  for (const { from, to, by } of edits.sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order)) {
    if (from < at) throw new Error(`Two loops are rewritten at one place: ${text.slice(from, from + 80)}`);
    made += text.slice(at, from) + by;
    at = to;
  }
  return made + text.slice(at);
}
