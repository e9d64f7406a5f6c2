namespace Directives.Dossiers;

/// <summary>The alarm within one process: whoever watches hears at once of what was changed.</summary>
public sealed class Bell : IAlarm
{
    /// <summary>A dossier wants attention.</summary>
    public event Action<DossierId>? Rang;

    /// <inheritdoc/>
    public void Changed(DossierId id) => Rang?.Invoke(id);
}
