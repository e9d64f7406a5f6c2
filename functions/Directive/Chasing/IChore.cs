using Directives.Dossiers;

namespace Directives.Chasing;

/// <summary>Work that <see cref="Watch"/> looks at again and again beside the dossiers. A look that comes late or twice does no harm.</summary>
public interface IChore
{
    /// <summary>Names it where it fails.</summary>
    DossierId Id { get; }

    /// <summary>When there is something to do for it (UTC), as far as this process knows; null for nothing.</summary>
    DateTimeOffset? Next => null;

    /// <summary>Does what is due; soon back if nothing is.</summary>
    Task LookAsync(CancellationToken cancel);
}
