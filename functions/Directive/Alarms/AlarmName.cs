using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Alarms;

/// <summary>The kinds of alarms; each is the name of an orchestration.</summary>
public enum AlarmKind
{
    /// <summary>Opens a cycle and looks until it is closed.</summary>
    VisitCycle,

    /// <summary>Chases one sheet.</summary>
    Chase,

    /// <summary>Chases one recommendation, from raised to its end.</summary>
    Escalation,
}

/// <summary>Names an alarm: the same for the same thing, whoever sets it and however often.</summary>
/// <param name="Of">A cycle's id, or the partition of a dossier.</param>
public readonly record struct AlarmName(AlarmKind Kind, string Of)
{
    /// <summary>The orchestration's instance id.</summary>
    public string Id => $"{Kind}:{Of}";

    /// <summary>The alarm of a cycle.</summary>
    public static AlarmName OfCycle(string cycle) => new(AlarmKind.VisitCycle, cycle);

    /// <summary>
    /// The alarm of a dossier; null for those that are looked at by the clock. Of what is confidential nothing ever stands in an engine (R6).
    /// </summary>
    public static AlarmName? For(DossierId dossier) => dossier.Table switch
    {
        Table.Sheets => new(AlarmKind.Chase, dossier.Partition),
        Table.Cases => new(AlarmKind.Escalation, dossier.Partition),
        _ => null,
    };

    /// <summary>The dossier that a chase or an escalation wakes.</summary>
    /// <exception cref="InvalidOperationException">It is a cycle's.</exception>
    public DossierId Dossier() => Kind switch
    {
        AlarmKind.Chase => new(Table.Sheets, Of),
        AlarmKind.Escalation => new(Table.Cases, Of),
        _ => throw new InvalidOperationException($"{Id} wakes no dossier of its own."),
    };
}
