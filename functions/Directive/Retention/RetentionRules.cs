namespace Directives.Retention;

/// <summary>Kinds of records that hold personal content of a cycle.</summary>
public enum RetainedKind
{
    /// <summary>What reports say, and their files.</summary>
    Reports,

    /// <summary>Reasons and notes on obligations: sent back, extended, asked for, told by telephone.</summary>
    Reasons,

    /// <summary>Words that went with letters.</summary>
    Letters,

    /// <summary>What was typed and never filed.</summary>
    Drafts,

    /// <summary>Personal links and their uses.</summary>
    Links,
}

/// <summary>How long one kind is kept.</summary>
/// <param name="Months">Whole months from the local day on which the cycle closed.</param>
/// <param name="Because">Why so long and no longer.</param>
public sealed record RetentionTerm(RetainedKind Kind, int Months, string Because);

/// <summary>After which terms personal content goes; counts and chains stay (Law 91/2025/QH15). A kind without a term is kept.</summary>
public sealed record RetentionRules(string Name, IReadOnlyList<RetentionTerm> Terms)
{
    /// <summary>The kinds whose term is over on a local day; pure.</summary>
    /// <param name="closed">The local day on which the cycle closed.</param>
    public IEnumerable<RetainedKind> Over(DateOnly closed, DateOnly today) => Terms.Where(t => closed.AddMonths(t.Months) <= today).Select(t => t.Kind);
}
