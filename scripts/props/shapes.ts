import * as ts from 'typescript';
import type { Instance, Parameter, Shape } from '../../src/props/shape';
import { propsDocs, type PropsDocs } from './docs';
import { bounded, isEarly } from './marks';
import { isAbstract, isHidden } from './modifiers';

/** Classes of other packages, by what the library asks of one; any copy and version of the package has it. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  Duration: ['toMilliseconds'],
  Size: ['toKibibytes'],
  JsonPatch: ['_toJson'],
};

/** More props of one type are a table by name: whoever takes it looks at the names. */
const MOST_ALIKE = 30;

/** Of more constants one is an example. */
const MOST_CONSTANTS = 4;

/** Props whose fields are in the words of an API: its schema knows them. */
const WORDS_OF_APIS: ReadonlySet<string> = new Set(['AnyOverrides', 'Overrides']);

/** What is written in files: no call takes it. */
const OF_FILES: readonly string[] = ['TeamFile'];
const JSON_MAP: Shape = { map: 'json', gaps: true };

/** Where the types of Kafka's settings are. Their names and values are held to the version of Kafka, by whoever knows it. */
const SETTINGS_FILE = /imports\/kafka-settings\.ts$/;
const SETTINGS_MAP: Shape = {
  map: { union: ['boolean', 'text', 'number', { instance: 'Duration' }, { instance: 'Size' }] },
  gaps: true,
};

/** All that programs hand to the library. */
interface ShapeTable {
  readonly props: Record<string, Readonly<Record<string, Shape>>>;
  readonly instances: Record<string, Instance>;
  readonly calls: Record<string, readonly Parameter[]>;
}

/** The shapes of all that the exports of a file take. */
export class Shapes {
  readonly table: ShapeTable = { props: {}, instances: {}, calls: {} };
  /** What the docs say of props, by their names in the table. */
  readonly docs: Record<string, PropsDocs> = {};
  private readonly checker: ts.TypeChecker;

  constructor(
    private readonly program: ts.Program,
    private readonly entry: ts.SourceFile,
  ) {
    this.checker = program.getTypeChecker();
  }

  /** Takes up every class and interface that the entry exports. */
  addExports(): this {
    const module = this.checker.getSymbolAtLocation(this.entry);
    const exported = module ? this.checker.getExportsOfModule(module) : [];
    for (const symbol of exported) {
      const aliased = symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
      if (!this.isOurs(aliased)) continue;
      if (aliased.flags & ts.SymbolFlags.Class) this.addClass(aliased);
      else if (aliased.flags & ts.SymbolFlags.Interface && /^I[A-Z]/.test(aliased.name)) this.addMethods(aliased);
      else if (aliased.flags & ts.SymbolFlags.Function) this.addFunction(aliased);
      else if (OF_FILES.includes(aliased.name))
        this.shapeOf(this.checker.getDeclaredTypeOfSymbol(aliased), aliased.name);
    }
    this.addMakers(exported);
    return this;
  }

  private addClass(symbol: ts.Symbol): void {
    const statics = this.checker.getTypeOfSymbol(symbol);
    const [constructor] = statics.getConstructSignatures();
    if (constructor?.getReturnType().getProperty('stack')) return; // an error, which the library makes
    if (constructor && !isHidden(constructor.declaration)) this.addCall(`new ${symbol.name}`, constructor);
    for (const member of statics.getProperties()) {
      if (!this.isOurs(member) || !(member.flags & ts.SymbolFlags.Method) || isHidden(member.valueDeclaration))
        continue;
      const [signature] = this.checker.getTypeOfSymbol(member).getCallSignatures();
      if (signature) this.addCall(`${symbol.name}.${member.name}`, signature);
    }
    this.addMethods(symbol);
  }

  private addFunction(symbol: ts.Symbol): void {
    const [signature] = this.checker.getTypeOfSymbol(symbol).getCallSignatures();
    if (signature) this.addCall(symbol.name, signature);
  }

  private addMethods(symbol: ts.Symbol): void {
    for (const member of symbol.members?.values() ?? []) {
      if (!(member.flags & ts.SymbolFlags.Method) || isHidden(member.valueDeclaration)) continue;
      const [signature] = this.checker.getTypeOfSymbol(member).getCallSignatures();
      if (!signature || signature.parameters.length === 0 || this.makesConstruct(signature)) continue;
      this.addCall(`${symbol.name}#${member.name}`, signature);
    }
  }

  /** Whether a method hands its arguments to a constructor, which holds them. */
  private makesConstruct(signature: ts.Signature): boolean {
    const made = signature.getReturnType().getSymbol();
    return made !== undefined && this.isOurs(made) && `new ${made.name}` in this.callsOf(made);
  }

  private callsOf(made: ts.Symbol): ShapeTable['calls'] {
    const isClass = (made.flags & ts.SymbolFlags.Class) !== 0;
    if (isClass && !(`new ${made.name}` in this.table.calls)) {
      const [constructor] = this.checker.getTypeOfSymbol(made).getConstructSignatures();
      if (constructor && !isHidden(constructor.declaration)) this.addCall(`new ${made.name}`, constructor);
    }
    return this.table.calls;
  }

  private addCall(name: string, signature: ts.Signature): void {
    this.table.calls[name] = [];
    this.table.calls[name] = signature.parameters.map((parameter): Parameter => {
      const declaration = parameter.valueDeclaration as ts.ParameterDeclaration;
      const isRest = declaration.dotDotDotToken !== undefined;
      const isOptional = this.checker.isOptionalParameter(declaration);
      const shape = this.shapeOf(this.checker.getTypeOfSymbol(parameter), `${name}(${parameter.name})`);
      return [`${parameter.name}${isRest ? '...' : isOptional ? '?' : ''}`, bounded(shape, this.docsOf(parameter))];
    });
  }

  /** @param place - names an object type that has no name of its own */
  private shapeOf(type: ts.Type, place: string): Shape {
    return this.plainShape(type) ?? this.unionShape(type, place) ?? this.objectShape(type, place);
  }

  private plainShape(type: ts.Type): Shape | undefined {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'anything';
    if (type.aliasSymbol?.name === 'Json') return 'json';
    if (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return 'text';
    if (flags & ts.TypeFlags.Number) return 'number';
    if (flags & ts.TypeFlags.Boolean) return 'boolean';
    if (flags & ts.TypeFlags.Null) return { literals: [null] };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { literals: [type.value] };
    if (flags & ts.TypeFlags.BooleanLiteral) return { literals: [this.checker.typeToString(type) === 'true'] };
    if (type.getCallSignatures().length > 0) return 'function';
    return undefined;
  }

  private unionShape(type: ts.Type, place: string): Shape | undefined {
    if (!type.isUnion()) return undefined;
    const named = type.aliasSymbol?.name ?? place;
    const types = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const shapes = types.map((each, at) => this.shapeOf(each, types.length === 1 ? place : `${named}|${at}`));
    const literals = shapes.flatMap((shape) =>
      typeof shape === 'object' && 'literals' in shape ? shape.literals : [],
    );
    const others = shapes.filter((shape) => typeof shape === 'string' || !('literals' in shape));
    const isBoolean = literals.includes(true) && literals.includes(false);
    const left = literals.filter((literal) => !(isBoolean && typeof literal === 'boolean'));
    const union: Shape[] = [
      ...(isBoolean ? ['boolean' as const] : []),
      ...(left.length > 0 ? [{ literals: left }] : []),
      ...others,
    ];
    return union.length === 1 ? union[0] : { union };
  }

  private objectShape(type: ts.Type, place: string): Shape {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    if (symbol?.name === 'JsonObject') return JSON_MAP;
    if (symbol?.declarations?.some((each) => SETTINGS_FILE.test(each.getSourceFile().fileName))) {
      this.docs[symbol.name] ??= propsDocs(this.checker, symbol, this.checker.getPropertiesOfType(type));
      return SETTINGS_MAP;
    }
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) {
      const items = this.checker.getTypeArguments(type as ts.TypeReference);
      const [item] = items;
      return { list: item ? this.shapeOf(item, `${place}[]`) : 'anything' };
    }
    if (symbol?.name === 'Iterable') return 'iterable';
    const instance = this.instanceOf(type);
    if (instance !== undefined) return { instance };
    const index = type.getStringIndexType();
    if (index && type.getProperties().length === 0) {
      const gaps = index.isUnion() && index.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
      return { map: this.shapeOf(index, `${place}{}`), ...(gaps && { gaps }) };
    }
    return this.propsShape(type, place);
  }

  private propsShape(type: ts.Type, place: string): Shape {
    const properties = this.checker.getPropertiesOfType(type);
    const [first] = properties;
    if (first && properties.length > MOST_ALIKE && properties.every((each) => this.textOf(each) === this.textOf(first)))
      return { map: this.shapeOf(this.checker.getTypeOfSymbol(first), place), gaps: true };
    const named = type.aliasSymbol && !type.aliasTypeArguments ? type.aliasSymbol : type.getSymbol();
    const isNamed = named !== undefined && this.isOurs(named) && !named.name.startsWith('__');
    const name = isNamed ? named.name : place;
    if (name in this.table.props) return { props: name };
    const fields: Record<string, Shape> = {};
    this.table.props[name] = fields;
    const areEarly = named !== undefined && isEarly(this.docsOf(named));
    this.docs[name] = propsDocs(this.checker, named, properties);
    for (const property of properties) {
      if (this.isNever(property)) continue;
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const docs = this.docsOf(property);
      const shape = WORDS_OF_APIS.has(name)
        ? JSON_MAP
        : bounded(this.shapeOf(this.checker.getTypeOfSymbol(property), `${place}.${property.name}`), docs);
      const marks = `${isOptional ? '?' : ''}${areEarly || isEarly(docs) ? '!' : ''}`;
      fields[`${property.name}${marks}`] = shape;
    }
    const isOpen = type.getStringIndexType() !== undefined || properties.some((property) => !this.isOurs(property));
    if (isOpen) fields['...'] = 'anything';
    return { props: name };
  }

  private docsOf(symbol: ts.Symbol): string {
    return ts.displayPartsToString(symbol.getDocumentationComment(this.checker));
  }

  /** Whether a prop stands there to be left out. */
  private isNever(property: ts.Symbol): boolean {
    return (this.checker.getTypeOfSymbol(property).flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined)) !== 0;
  }

  private textOf(property: ts.Symbol): string {
    return this.checker.typeToString(this.checker.getTypeOfSymbol(property));
  }

  /** The name of a class, or of an interface of what does something; absent: the type is of plain data. */
  private instanceOf(type: ts.Type): string | undefined {
    const symbol = type.getSymbol();
    if (!symbol || symbol.name.startsWith('__')) return undefined;
    const { name } = symbol;
    if (name in this.table.instances) return name;
    const members = this.checker.getPropertiesOfType(type);
    const isClass = (symbol.flags & ts.SymbolFlags.Class) !== 0;
    const does = members.some(({ flags }) => flags & ts.SymbolFlags.Method);
    if (!isClass && !does) return undefined;
    this.table.instances[name] = this.instance(symbol, members, isClass);
    return name;
  }

  private instance(symbol: ts.Symbol, members: readonly ts.Symbol[], isClass: boolean): Instance {
    const { name } = symbol;
    const isConstruct = members.some((member) => member.name === 'node');
    const own = members.filter((member) => this.isOurs(member) && !(member.flags & ts.SymbolFlags.Optional));
    if (!this.isOurs(symbol))
      return {
        construct: isConstruct,
        members: FOREIGN[name] ?? (isConstruct ? [] : members.map((each) => each.name)),
      };
    if (isClass && !isConstruct) return { brand: true };
    return { construct: isConstruct, members: isClass ? [] : own.map((each) => each.name) };
  }

  /** How a program gets each of the instances: constants, factories and constructors that the entry exports. */
  private addMakers(exported: readonly ts.Symbol[]): void {
    for (const symbol of exported) {
      const aliased = symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
      if (!(aliased.flags & ts.SymbolFlags.Class) || !this.isOurs(aliased)) continue;
      const statics = this.checker.getTypeOfSymbol(aliased);
      const [constructor] = statics.getConstructSignatures();
      if (constructor && !isHidden(constructor.declaration) && !isAbstract(aliased))
        this.addMaker(`new ${aliased.name}(...)`, constructor.getReturnType());
      const members = statics
        .getProperties()
        .filter((member) => this.isOurs(member) && !isHidden(member.valueDeclaration));
      const constants = members.filter(({ flags }) => !(flags & ts.SymbolFlags.Method));
      for (const member of members) {
        if (constants.length > MOST_CONSTANTS && constants.includes(member) && member !== constants.at(-1)) continue;
        const type = this.checker.getTypeOfSymbol(member);
        const [signature] = type.getCallSignatures();
        const call = signature && signature.parameters.length > 0 ? '(...)' : '()';
        this.addMaker(`${aliased.name}.${member.name}${signature ? call : ''}`, signature?.getReturnType() ?? type);
      }
    }
  }

  private addMaker(maker: string, made: ts.Type): void {
    const bases = [made, ...(made.isClassOrInterface() ? this.checker.getBaseTypes(made) : [])];
    const symbols = [...bases, ...bases.flatMap((base) => this.implementedBy(base))].map(
      (base) => base.getSymbol()?.name,
    );
    for (const name of new Set(symbols)) {
      const instance = name === undefined ? undefined : this.table.instances[name];
      if (!instance || (instance.construct && name === 'Construct')) continue;
      instance.makers = [...(instance.makers ?? []), maker];
    }
  }

  private implementedBy(type: ts.Type): ts.Type[] {
    const declaration = type.getSymbol()?.valueDeclaration;
    if (!declaration || !ts.isClassDeclaration(declaration)) return [];
    return (declaration.heritageClauses ?? [])
      .filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
      .flatMap(({ types }) => types.map((each) => this.checker.getTypeAtLocation(each)));
  }

  private isOurs(symbol: ts.Symbol): boolean {
    const [declaration] = symbol.declarations ?? [];
    return declaration !== undefined && !this.program.isSourceFileFromExternalLibrary(declaration.getSourceFile());
  }
}
