"""Processes of one thread each that train one model together (data parallel).

The tensors of a text are small, so that two threads mostly wait for each other: two
processes with one thread each read 1.7 times as many texts in an hour.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from threading import Barrier

import torch
from torch import Tensor, nn

from train.examples import Example


@dataclass(frozen=True, slots=True)
class Crew:
    """This process's place (``rank``) among those that all do the same steps.

    ``gradients`` (processes, numbers) lies in memory that they share.
    """

    rank: int
    gradients: Tensor
    barrier: Barrier

    def share(self, batch: Sequence[Example]) -> Sequence[Example]:
        """What this process reads of a batch of as many as there are processes."""
        return batch[self.rank :: len(self.gradients)]

    def average(self, parameters: Sequence[nn.Parameter]) -> None:
        """Gives all processes the mean of their gradients."""
        sizes = [parameter.numel() for parameter in parameters]
        gradients = self.gradients[:, : sum(sizes)]
        own = gradients[self.rank].split(sizes)
        for parameter, place in zip(parameters, own, strict=True):
            if parameter.grad is None:
                place.zero_()
            else:
                place.copy_(parameter.grad.flatten())
        self.barrier.wait()
        mean = gradients.mean(0).split(sizes)
        self.barrier.wait()  # the next gradients may be laid down
        for parameter, shared in zip(parameters, mean, strict=True):
            parameter.grad = shared.view_as(parameter)


def together(processes: int, work: Callable[[Crew], None], *, numbers: int) -> None:
    """Does ``work`` in forked processes; raises RuntimeError when one of them fails.

    ``numbers`` is how many gradients a process may lay down. What the caller holds in memory is there for all, and held once.
    """
    context = get_context("fork")
    shared = torch.zeros(processes, numbers).share_memory_()
    barrier = context.Barrier(processes)
    team = [
        context.Process(target=_begin, args=(Crew(rank, shared, barrier), work))
        for rank in range(processes)
    ]
    for one in team:
        one.start()
    for one in team:
        one.join()
    if any(one.exitcode for one in team):
        raise RuntimeError("a training process failed; its error stands above")


def _begin(crew: Crew, work: Callable[[Crew], None]) -> None:
    torch.set_num_threads(1)
    try:
        work(crew)
    except BaseException:
        crew.barrier.abort()  # or the others would wait for ever
        raise
