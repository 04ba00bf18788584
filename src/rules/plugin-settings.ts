import { KINDS_WITH_SETTINGS, strimziKinds } from './kinds';
import type { SettingsOwner } from './known-settings';
import { judgedSettings, knownSettings } from './load';
import { kindRule } from './rule';

/** Of connectors of any class, and of clients that are told of by the way, everything is a plugin's. */
const OF_PLUGINS: readonly SettingsOwner[] = ['connector', 'mirrorCluster'];

/** Settings that Kafka does not have are of plugins. */
export const pluginSettings = kindRule({
  id: 'plugin-settings',
  summary: 'Settings of brokers, workers, mirrors and clients that Kafka does not have are of plugins.',
  remedy: 'Leave it out, or waive this where a plugin reads it.',
  effect: 'unlooked',
  source: 'Kafka hands unknown settings to its plugins, and ignores them where none reads them (Kafka 2.4 to 4.3).',
  kinds: [...strimziKinds('Kafka'), ...KINDS_WITH_SETTINGS],
  check(object, report) {
    for (const { owner, name, field, given, fault } of judgedSettings().faultySettings(object)) {
      if (fault.is !== 'unknown' || OF_PLUGINS.includes(owner)) continue;
      const { remedy, ...told } = knownSettings().telling(fault);
      const isOfClients = fault.meant !== undefined;
      report({
        ...{ field, given, ...told, ...(isOfClients && remedy !== undefined && { remedy }) },
        message: isOfClients
          ? `"${name}" is a setting of clients, which do not have it from here; a plugin may.`
          : `Kafka has no setting "${name}"; a plugin may.`,
      });
    }
  },
});
