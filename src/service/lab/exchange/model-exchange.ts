import { CallError } from '../../../contract/error.ts';
import { readPublicKeyText } from '../../../core/security/signature.node.ts';
import {
  findModelImport,
  type KnownSite,
  listKnownSites,
  removeKnownSite,
} from '../../../core/store/lab/model-exchange.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Handlers } from '../../runtime/call-context.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { existingModel } from '../models.ts';
import { exportModel } from './exporting.ts';
import { importModel, inspectModel } from './importing.ts';
import { receivePiece } from './received-files.ts';
import { sharingOf } from './sharing.ts';

type ModelExchangeMethod =
  | 'modelExchange.sharing'
  | 'modelExchange.export'
  | 'modelExchange.receive'
  | 'modelExchange.inspect'
  | 'modelExchange.import'
  | 'modelExchange.importedFrom'
  | 'modelExchange.knownSites'
  | 'modelExchange.forgetSite';

/** Models between sites. */
export const modelExchangeHandlers: Handlers<ModelExchangeMethod> = {
  'modelExchange.sharing': async (context, { modelId }) => sharingOf(context, existingModel(context.db, modelId)),
  'modelExchange.export': exportModel,
  'modelExchange.receive': ({ callerState }, { at, piece }) => ({ bytes: receivePiece(callerState, at, piece) }),
  'modelExchange.inspect': inspectModel,
  'modelExchange.import': importModel,
  'modelExchange.importedFrom'({ db }, { modelId }) {
    const from = findModelImport(db, modelId);
    return from && { ...from, fingerprint: fingerprintOf(from) };
  },
  'modelExchange.knownSites': ({ db }) =>
    listKnownSites(db).map(({ publicKey, ...site }) => ({ ...site, fingerprint: fingerprintOf({ publicKey }) })),

  'modelExchange.forgetSite'(context, { fingerprint }) {
    inTransaction(context.db, () => {
      const site = listKnownSites(context.db).find((each) => fingerprintOf(each) === fingerprint);
      if (!site || !removeKnownSite(context.db, site.publicKey)) {
        throw new CallError('not-found', failure('exchange.site-not-known'));
      }
      recordAction(context, 'models.forgetSite', `${site.name}: ${fingerprint}`);
    });
    context.runtime.events.emit('models.changed', {});
    return {};
  },
};

function fingerprintOf({ publicKey }: Pick<KnownSite, 'publicKey'>): string {
  return readPublicKeyText(publicKey)?.fingerprint ?? '';
}
