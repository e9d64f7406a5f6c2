using Directives.Tables;

namespace Directives.Local.Cost;

/// <summary>One register's average month under given prices, counts and assumptions; pure.</summary>
public sealed record Scenario(PriceList Prices, CostCounts Counts, Assumptions Assumptions, RegisterCounts Register)
{
    /// <summary>How often obligations come, beside how often the edition has them.</summary>
    public double CadenceFactor { get; init; } = 1;

    /// <summary>Whether every notice is a letter of its own, not put together with others of the same reader.</summary>
    public bool LetterPerNotice { get; init; }

    /// <summary>Whether letters leave by an own mail server, which is not reckoned, and not by a plan.</summary>
    public bool OwnMailServer { get; init; }

    /// <summary>Obligations of the month.</summary>
    public double Obligations => Register.Obligations * CadenceFactor;

    /// <summary>Reports filed in the month, on time or late.</summary>
    public double Reports => Obligations * Mix(b => b.Reports);

    /// <summary>Recommendations raised in the month.</summary>
    public double Cases => Reports * Assumptions.CasesPerReport.Value;

    /// <summary>Letters of the month.</summary>
    public double Letters => (Obligations * Mix(b => LetterPerNotice ? Math.Max(b.Notices + b.Reports, b.Letters) : b.Letters)) + (Cases * Counts.Case.Letters);

    /// <summary>Looks of chases: no look that finds something does without a commit on its sheet.</summary>
    public double SheetRounds => Obligations * Mix(b => b.SheetCommits);

    /// <summary>Looks of escalations, in the same way.</summary>
    public double CaseRounds => Cases * Counts.Case.CaseCommits;

    /// <summary>Cycles that open in the month.</summary>
    public double Cycles => CadenceFactor * (1 + (1 / 3.0));

    /// <summary>Table transactions on sheets and cycles, per obligation.</summary>
    public double SheetTransactions => Mix(b => b.Transactions.Where(t => IsSheets(t.Key)).Sum(t => t.Value));

    /// <summary>All others, per obligation: mailboxes, letters, links.</summary>
    public double MailTransactions => Mix(b => b.Transactions.Where(t => !IsSheets(t.Key)).Sum(t => t.Value));

    /// <summary>A number per obligation, by how people behave.</summary>
    public double Mix(Func<BehaviourCounts, double> of)
    {
        var (late, never) = (Assumptions.LateShare.Value, Assumptions.NeverShare.Value);
        return ((1 - late - never) * of(Counts.OnTime)) + (late * of(Counts.Late)) + (never * of(Counts.Never));
    }

    /// <summary>Seconds that work takes on an instance.</summary>
    /// <param name="cpuMilliseconds">Milliseconds of a core.</param>
    /// <param name="transactions">Table transactions, one after the other.</param>
    public double Seconds(double cpuMilliseconds, double transactions)
    {
        var cores = Assumptions.InstanceMegabytes.Value / Assumptions.MegabytesPerCore.Value;
        return ((cpuMilliseconds / cores) + (transactions * Assumptions.TransactionMilliseconds.Value)) / 1000;
    }

    private static bool IsSheets(string table) => table is nameof(Table.Sheets) or nameof(Table.Cycles) or nameof(Table.Due);
}
