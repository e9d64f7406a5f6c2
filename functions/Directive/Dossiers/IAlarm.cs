namespace Directives.Dossiers;

/// <summary>
/// Told after an act that a dossier wants attention now. A hint: it may be lost, the due index holds the truth.
/// </summary>
public interface IAlarm
{
    /// <summary>The dossier was changed; look at it soon.</summary>
    void Changed(DossierId id);
}
