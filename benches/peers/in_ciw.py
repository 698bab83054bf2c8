"""The queue in Ciw: one node, a batch of young people at the end of every week, a Poisson number of them."""

import random

import ciw

from queue_stated import AVOIDED, COST_MU, COST_SIGMA, NEEDED, NEEDED_LAW, NORM, POSITIVE, RATE, SLOTS, WEEKS

NETWORK = ciw.create_network(
    arrival_distributions=[ciw.dists.Deterministic(1.0)],
    batching_distributions=[ciw.dists.Poisson(RATE)],
    service_distributions=[ciw.dists.Pmf(NEEDED, NEEDED_LAW)],
    number_of_servers=[SLOTS],
)


def replicate():
    """One replication: who came up to week WEEKS counts, and a service that ends at WEEKS + 1 held its last conversation at WEEKS."""
    simulation = ciw.Simulation(NETWORK)
    simulation.simulate_until_max_time(WEEKS + 1.5)
    people = [person for person in simulation.get_all_individuals() if person.arrival_date <= WEEKS]
    referred, started, positive, waited, within, held, avoided = len(people), 0, 0, 0.0, 0, 0, 0.0
    for person in people:
        if person.data_records:
            record = person.data_records[0]
            starts, ends = record.service_start_date, record.service_end_date
        else:
            starts, ends = person.service_start_date, person.service_end_date
        if not starts or starts > WEEKS:
            continue
        wait = starts - person.arrival_date if not person.data_records else record.waiting_time
        started += 1
        waited += wait
        within += wait <= NORM
        held += min(ends - starts, WEEKS + 1 - starts)
        if person.data_records and random.random() < POSITIVE:
            positive += 1
            if random.random() < AVOIDED:
                avoided += random.lognormvariate(COST_MU, COST_SIGMA)
    return (referred, started, positive, waited / started, within / started, held, referred - started, avoided)


def simulate(replications, seed):
    """So many replications, a row each."""
    ciw.seed(seed)
    return [replicate() for _ in range(replications)]
