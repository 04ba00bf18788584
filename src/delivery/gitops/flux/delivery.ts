import type { IConstruct } from 'constructs';
import { faultFinding } from '../../../check/finding';
import type { Manifest } from '../../../dialects/common/codec';
import type { Flux } from '../../flux';
import { claimFindings } from '../claims';
import { divided } from '../division';
import { marked } from '../marked';
import { clusterOf, misnamedClusters } from '../named-clusters';
import { orderUnits, type UnitOrder } from '../order';
import { missingPath, sourcePath } from '../source-path';
import { stageOf } from '../stages';
import type { Cargo, Delivery, Part, ToolFile, Unit, UnitFinding } from '../unit';
import { kustomization } from './kustomization';

/** The folder of what Flux itself is told by. */
const FOLDER = 'flux';
const LIMIT = 1000;
/** What Flux is told of an object that it may not delete. */
const PROTECTED = { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } as const;

/** Objects that are applied at once, in shares. */
interface Step {
  readonly unit: Unit;
  readonly parts: readonly Part[];
}

/** Objects with their protection, in Kustomizations that depend on each other. */
export function fluxDelivery(
  flux: Flux,
  units: readonly Unit[],
  { constructs, outdir }: { readonly constructs: readonly IConstruct[]; readonly outdir: string },
): Delivery {
  const { protection, settings } = flux;
  const order = orderUnits(units, constructs, () => undefined);
  const limit = settings.objectsPerKustomization ?? LIMIT;
  const steps = units.map((unit, index) => {
    const cargo = unit.cargo.map((each) =>
      protection.kinds.includes(each.manifest.kind) && !isTold(each) ? marked(each, PROTECTED) : each,
    );
    return stepsOf({ ...unit, cargo }, order.waves[index] ?? [], limit);
  });
  const reach = reachOf(flux, units, { steps, across: order.across });
  const files = steps.flatMap((ofUnit, index) =>
    ofUnit.flatMap(({ parts }, at) => {
      const before = at === 0 ? reach.before.get(index) : ofUnit[at - 1]?.parts;
      const names = [...new Set(before?.map(({ name }) => name))];
      return parts.map((part): ToolFile => {
        const path = `./${sourcePath(settings.path, outdir, part.name)}`;
        const manifest = kustomization(settings, part, { path, before: names });
        return { file: `${FOLDER}/${folderOf(part.unit)}/Kustomization-${part.name}.yaml`, manifest };
      });
    }),
  );
  const claims = protection.claims
    ? units.flatMap((unit) => unit.cargo.flatMap((each) => claimFindings(each, unit)))
    : [];
  const parts = steps.flat().flatMap((step) => step.parts);
  const misnamed = misnamedClusters('kubeConfigs', flux.settings.kubeConfigs, units);
  return {
    parts,
    files,
    findings: [...missingPath(settings.path, outdir), ...order.findings, ...reach.findings, ...claims, ...misnamed],
  };
}

/** Whether somebody told Flux already. */
function isTold({ manifest }: Cargo): boolean {
  return manifest.metadata.annotations?.['kustomize.toolkit.fluxcd.io/prune'] !== undefined;
}

/** The objects of each wave, named after the stage that it is of. */
function stepsOf(unit: Unit, waves: readonly number[], limit: number): Step[] {
  const byWave = new Map<number, Cargo[]>();
  unit.cargo.forEach((cargo, at) => {
    const wave = waves[at] ?? 0;
    const known = byWave.get(wave);
    if (known) known.push(cargo);
    else byWave.set(wave, [cargo]);
  });
  const manifestOf = (cargo: Cargo): Manifest => cargo.manifest;
  return [...byWave]
    .sort(([a], [b]) => a - b)
    .map(([wave, cargo]) => ({
      unit,
      parts: divided(`${unit.name}-${stepName(wave)}`, cargo, { limit, manifestOf }).map((share) => ({
        name: share.name,
        unit,
        cargo: share.items,
      })),
    }));
}

/** The stage, with a number where something in it has to come later. */
function stepName(wave: number): string {
  const stage = stageOf(wave);
  if (!stage) return String(wave);
  return wave === stage.wave ? stage.name : `${stage.name}-${Math.abs(wave - stage.wave)}`;
}

/** The folder of the Kubernetes cluster of a unit. */
function folderOf(unit: Unit): string {
  return clusterOf(unit)
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-');
}

/** What comes before each unit because somebody asked for it, and what cannot, since another Flux brings it. */
interface Reach {
  readonly before: ReadonlyMap<number, readonly Part[]>;
  readonly findings: readonly UnitFinding[];
}

function reachOf(
  flux: Flux,
  units: readonly Unit[],
  { steps, across }: { readonly steps: readonly (readonly Step[])[]; readonly across: UnitOrder['across'] },
): Reach {
  const before = new Map<number, Part[]>();
  const findings: UnitFinding[] = [];
  const isOneFlux = flux.settings.kubeConfigs !== undefined;
  for (const { source, target, from, to } of across) {
    const [unit, other] = [units[from], units[to]];
    if (!unit || !other) continue;
    if (isOneFlux || folderOf(unit) === folderOf(other)) {
      before.set(from, [...(before.get(from) ?? []), ...(steps[to]?.at(-1)?.parts ?? [])]);
    } else findings.push({ unit, finding: outOfReach(source, target) });
  }
  return { before, findings };
}

function outOfReach(source: IConstruct, target: IConstruct): UnitFinding['finding'] {
  return faultFinding({
    rule: 'order-within-reach',
    path: source.node.path,
    message: `This depends on ${target.node.path}, which the Flux of another Kubernetes cluster brings.`,
    remedy: 'Let the program wait for what it needs, or let one Flux bring both (kubeConfigs).',
  });
}
