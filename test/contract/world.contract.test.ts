/** One suite for every world: memory, dynalite, and Amazon's DynamoDB Local where Java is there. */
import { afterAll, beforeAll, describe } from 'vitest';
import { hasJava } from '../../infra/laptop/table/database.ts';
import { addressesKeepTheirContract } from './addresses.ts';
import { askersKeepTheirContract } from './askers.ts';
import { feedbackKeepsItsContract, touchpointsKeepTheirContract } from './beside.ts';
import { campaignsKeepTheirContract } from './campaigns.ts';
import { capacityIsCountedAsAmazonDoes } from './capacity.ts';
import { customersKeepTheirContract, loadsKeepTheirContract, savesKeepTheirContract } from './customers.ts';
import { type Database, startDynalite, startDynamoLocal } from './databases.ts';
import { everybodyKeepsItsContract } from './everybody.ts';
import { lostAnswersDoNoHarm } from './lost-answers.ts';
import { notesKeepTheirContract } from './notes.ts';
import { orderFactsKeepTheirContract } from './order-facts.ts';
import { orderOwnersKeepTheirContract } from './order-owners.ts';
import { productsKeepTheirContract } from './products.ts';
import { reputationKeepsItsContract } from './reputation.ts';
import { erasuresKeepTheirContract, rightsKeepTheirContract } from './rights.ts';
import { roundsKeepTheirContract } from './rounds.ts';
import { signUpsKeepTheirContract } from './sign-ups.ts';
import { sweepKeepsItsContract } from './sweep.ts';
import { unknownsKeepTheirContract } from './unknowns.ts';
import { inMemory, onDynamo, type UnderContract } from './worlds.ts';

function everyPort(world: () => UnderContract) {
  campaignsKeepTheirContract(world);
  customersKeepTheirContract(world);
  savesKeepTheirContract(world);
  loadsKeepTheirContract(world);
  touchpointsKeepTheirContract(world);
  feedbackKeepsItsContract(world);
  addressesKeepTheirContract(world);
  notesKeepTheirContract(world);
  sweepKeepsItsContract(world);
  roundsKeepTheirContract(world);
  orderFactsKeepTheirContract(world);
  orderOwnersKeepTheirContract(world);
  productsKeepTheirContract(world);
  askersKeepTheirContract(world);
  everybodyKeepsItsContract(world);
  erasuresKeepTheirContract(world);
  rightsKeepTheirContract(world);
  reputationKeepsItsContract(world);
  signUpsKeepTheirContract(world);
  unknownsKeepTheirContract(world);
}

describe('memory', () => {
  const world = inMemory();
  everyPort(() => world);
});

function onDatabase(start: () => Promise<Database>, more: (database: () => Database) => void) {
  let database: Database;
  let world: UnderContract;
  beforeAll(async () => {
    database = await start();
    world = onDynamo(database);
  });
  afterAll(() => database?.stop());
  everyPort(() => world);
  lostAnswersDoNoHarm(() => database);
  more(() => database);
}

describe('dynalite', () => onDatabase(startDynalite, () => {}));

if (hasJava()) describe('DynamoDB Local', () => onDatabase(startDynamoLocal, capacityIsCountedAsAmazonDoes));
else console.log('DynamoDB Local is left out of the contract: there is no Java on this machine.');
