using Directives.Chasing;

namespace Directives.WhatIf;

/// <summary>How something owed ended in a trial.</summary>
/// <param name="Seat">The seat that owed.</param>
/// <param name="Owner">Who answers for it: who heard first, else who held the seat when it was due; null for nobody.</param>
/// <param name="From">First local day of the period.</param>
/// <param name="To">Last local day of the period.</param>
/// <param name="Filed">Local day on which the report came; null for never.</param>
/// <param name="Mark">How it counts; null where it counts as missed, or as not owed.</param>
/// <param name="Escalations">Rungs of it that went to somebody else.</param>
/// <param name="IsOwed">Whether it counts at all: what nobody held to the end, or another took over, does not.</param>
public readonly record struct TriedReport(
    string Seat, string? Owner, DateOnly From, DateOnly To, DateOnly? Filed, FilingMark? Mark, int Escalations, bool IsOwed = true);

/// <summary>What became of a sheet of a cycle in a trial.</summary>
/// <param name="Area">Code of the place above the seats' places.</param>
public sealed record TriedSheet(string Area, IReadOnlyList<TriedReport> Reports)
{
    /// <summary>Letters, each as its reader and the time (UTC) at which it was sealed; the same may come from another sheet.</summary>
    public required IReadOnlyList<(string Reader, DateTimeOffset At)> Letters { get; init; }

    /// <summary>Notices of rungs that were decided, by rung.</summary>
    public required IReadOnlyDictionary<string, int> Rungs { get; init; }

    /// <summary>Notices that were settled before their letter was sealed.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Rungs that a reader was not told.</summary>
    public required int Skipped { get; init; }

    /// <summary>When it was looked at and when it would be next (both UTC), in order; null for never, once it had closed.</summary>
    public required IReadOnlyList<(DateTimeOffset At, DateTimeOffset? Next)> Looks { get; init; }

    /// <summary>When it next moves (UTC) where it is still open at a time (UTC); null where it has closed.</summary>
    public DateTimeOffset? OpenAt(DateTimeOffset time) => Looks.LastOrDefault(l => l.At <= time).Next;
}
