"""The queue in SimPy: a process per young person, and a resource with as many places as conversations fit in a week."""

import random
from itertools import accumulate

import simpy

from queue_stated import AVOIDED, COST_MU, COST_SIGMA, NEEDED, NEEDED_LAW, NORM, POSITIVE, RATE, SLOTS, WEEKS

CUMULATED = list(accumulate(NEEDED_LAW))


class Replication:
    """One replication and what it counts."""

    def __init__(self, luck):
        self.luck = luck
        self.env = simpy.Environment()
        self.places = simpy.Resource(self.env, capacity=SLOTS)
        self.referred = self.started = self.positive = self.waited = self.within = self.held = 0
        self.avoided = 0.0

    def arrivals(self):
        """Young people come one by one, until the last week ends."""
        while True:
            yield self.env.timeout(self.luck.expovariate(RATE))
            if self.env.now >= WEEKS:
                return
            self.referred += 1
            self.env.process(self.youth())

    def youth(self):
        """Conversations are held at the end of a week; who comes in a week can start in it."""
        env, luck = self.env, self.luck
        asks = int(env.now) + 1
        yield env.timeout(asks - env.now)
        with self.places.request() as place:
            yield place
            starts = env.now
            if starts > WEEKS:
                return
            needed = luck.choices(NEEDED, cum_weights=CUMULATED)[0]
            self.started += 1
            self.waited += starts - asks
            self.within += starts - asks <= NORM
            self.held += min(needed, WEEKS + 1 - starts)
            yield env.timeout(needed)
        if luck.random() < POSITIVE:
            self.positive += 1
            if luck.random() < AVOIDED:
                self.avoided += luck.lognormvariate(COST_MU, COST_SIGMA)

    def run(self):
        """The row of the replication. A place that is free again at WEEKS + 1 held its last conversation at WEEKS."""
        self.env.process(self.arrivals())
        self.env.run(until=WEEKS + 1.5)
        started = self.started
        return (self.referred, started, self.positive, self.waited / started, self.within / started, self.held, self.referred - started, self.avoided)


def simulate(replications, seed):
    """So many replications, a row each."""
    luck = random.Random(seed)
    return [Replication(luck).run() for _ in range(replications)]
