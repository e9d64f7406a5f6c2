using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Extensions;

/// <summary>Reads the extensions of an authority; all stand in one dossier.</summary>
public sealed class ExtensionStore(DossierStore dossiers, string authority)
{
    /// <summary>The dossier that holds them.</summary>
    public DossierId Dossier { get; } = new(Table.Installation, Keys.Join(authority, "extensions"));

    /// <summary>Row key of an extension.</summary>
    public static string KeyOf(string id) => Keys.Join("e", id);

    public ValueTask<Held<ExtensionsHead>?> HeadAsync(CancellationToken cancel = default) => dossiers.HeadAsync<ExtensionsHead>(Dossier, cancel);

    /// <summary>The extension with this id, or null.</summary>
    public ValueTask<Extension?> FindAsync(string id, CancellationToken cancel = default) => dossiers.RowAsync<Extension>(Dossier, KeyOf(id), cancel);
}
