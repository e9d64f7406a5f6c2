using System.Text.Json.Serialization;

namespace Directives.Local.Cost;

/// <summary>What the bench counted (<c>bench --only cost --write FILE</c>); made by it, never typed.</summary>
public sealed record CostCounts
{
    private static readonly string[] Needed = ["province", "nation"];

    /// <summary>What this file is, and what makes it.</summary>
    public required string Read { get; init; }

    /// <summary>When it was counted.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>The machine and programs it was counted with, as far as they matter.</summary>
    public required string MadeWith { get; init; }

    /// <summary>Registers by name: <c>province</c> and <c>nation</c>.</summary>
    public required IReadOnlyDictionary<string, RegisterCounts> Registers { get; init; }

    /// <summary>Each of these is per obligation, everybody behaving alike.</summary>
    public required BehaviourCounts OnTime { get; init; }

    public required BehaviourCounts Late { get; init; }

    public required BehaviourCounts Never { get; init; }

    /// <summary>Per recommendation, from raised to its end.</summary>
    public required CaseCounts Case { get; init; }

    /// <summary>Table transactions that sealing the trail adds to an obligation.</summary>
    public required double SealingTransactions { get; init; }

    public required FilingCounts Filing { get; init; }

    /// <summary>Milliseconds of a core for putting one letter into words.</summary>
    public required double LetterMilliseconds { get; init; }

    /// <summary>Table transactions of one run of a timer that finds nothing to do, by the timer's name.</summary>
    public required IReadOnlyDictionary<string, double> IdleTransactions { get; init; }

    /// <summary>Table transactions of renewing an instance's lease once.</summary>
    public required double LeaseTransactions { get; init; }

    /// <summary>Seconds from one renewal to the next, as the program has it.</summary>
    public required double LeaseSeconds { get; init; }

    /// <summary>A whole month of the nation, counted to hold against what this page works out.</summary>
    public required NationMonth NationMonth { get; init; }

    /// <summary>What is wrong with it; empty if nothing is.</summary>
    internal IEnumerable<string> Problems() =>
        Needed.Where(name => !Registers.ContainsKey(name)).Select(name => $"registers.{name} is missing: have it counted again.")
            .Concat(LeaseSeconds > 0 ? [] : [$"leaseSeconds is {LeaseSeconds}: have it counted again."]);
}

/// <summary>How large a register is.</summary>
/// <param name="Seats">Seats in force.</param>
/// <param name="Monthly">Obligations of a monthly cycle.</param>
/// <param name="Quarterly">Obligations of a quarterly cycle.</param>
/// <param name="MonthlySheets">Sheets of a monthly cycle.</param>
/// <param name="QuarterlySheets">Sheets of a quarterly cycle.</param>
/// <param name="Bytes">Bytes of the register's rows as Azure's tables bill them.</param>
public sealed record RegisterCounts(int Seats, int Monthly, int Quarterly, int MonthlySheets, int QuarterlySheets, double Bytes)
{
    /// <summary>Obligations of an average month.</summary>
    [JsonIgnore]
    public double Obligations => Monthly + (Quarterly / 3.0);
}

/// <summary>Per obligation, where all behave alike.</summary>
/// <param name="Obligations">How many were played.</param>
/// <param name="Reports">Reports filed; each has its receipt by letter.</param>
/// <param name="Letters">Letters that left.</param>
/// <param name="Notices">Notices of rungs that were decided: as many letters it would be beside the receipts, were they not put together.</param>
/// <param name="Transactions">Table transactions by table, without the looks of the alarm clock.</param>
/// <param name="SheetCommits">Commits on sheets: no look of a chase that finds something does without one.</param>
/// <param name="Bytes">Bytes of all rows as Azure's tables bill them, without the register's.</param>
/// <param name="CpuMilliseconds">Milliseconds of a core.</param>
public sealed record BehaviourCounts(
    int Obligations, double Reports, double Letters, double Notices, IReadOnlyDictionary<string, double> Transactions, double SheetCommits, double Bytes, double CpuMilliseconds);

/// <summary>Per recommendation.</summary>
/// <param name="Cases">How many were played.</param>
/// <param name="Letters">Letters that left for it.</param>
/// <param name="Transactions">Table transactions.</param>
/// <param name="CaseCommits">Commits on it.</param>
/// <param name="Bytes">Bytes of its rows as Azure's tables bill them.</param>
public sealed record CaseCounts(int Cases, double Letters, double Transactions, double CaseCommits, double Bytes);

/// <summary>Filing one report in a browser, from the letter's link to the receipt.</summary>
/// <param name="Requests">Requests, with the site's style, script and icon.</param>
/// <param name="Transactions">Table transactions.</param>
/// <param name="CpuMilliseconds">Milliseconds of a core, with those of the browser that asks.</param>
/// <param name="Bytes">Bytes that were answered.</param>
public sealed record FilingCounts(double Requests, double Transactions, double CpuMilliseconds, double Bytes);

/// <summary>What was counted of one month of the nation.</summary>
/// <param name="Obligations">Obligations that opened in it.</param>
/// <param name="OnTime">Share that was fulfilled on time.</param>
/// <param name="Late">Share that was fulfilled late.</param>
/// <param name="Never">Share that never was.</param>
/// <param name="Letters">Letters that left.</param>
/// <param name="Transactions">Table transactions by table, without the looks of the alarm clock.</param>
/// <param name="SheetCommits">Commits on sheets.</param>
public sealed record NationMonth(
    int Obligations, double OnTime, double Late, double Never, double Letters, IReadOnlyDictionary<string, double> Transactions, double SheetCommits);
