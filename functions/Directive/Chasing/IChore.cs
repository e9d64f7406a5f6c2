using Directives.Dossiers;

namespace Directives.Chasing;

/// <summary>Work that <see cref="Watch"/> looks at again and again beside the dossiers. A look that comes late or twice does no harm.</summary>
public interface IChore
{
    /// <summary>Names it where it fails.</summary>
    DossierId Id { get; }

    /// <summary>Does what is due; soon back if nothing is.</summary>
    Task LookAsync(CancellationToken cancel);
}
