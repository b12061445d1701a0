import { accountsContract } from '../../test/contract/accounts.ts';
import { MemoryAccounts } from './accounts.ts';

accountsContract('in memory', async () => ({
  accounts: new MemoryAccounts(),
  createTenant: async () => {},
}));
