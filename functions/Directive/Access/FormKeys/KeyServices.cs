using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Directives.Access.FormKeys;

/// <summary>Where an installation keeps the keys of cookies and forms.</summary>
public static class KeyServices
{
    /// <summary>In its tables, wrapped by <see cref="IKeyWrap"/>; a head may register another before.</summary>
    public static IServiceCollection AddKeyRows(this IServiceCollection services, Installation installation)
    {
        var parts = installation.Parts;
        // Not by the secret of the links: that can be changed, and cookies live on.
        services.TryAddSingleton<IKeyWrap>(_ => new SecretWrap(parts.TrailKey));
        services.AddSingleton(new KeyRows(parts.Tables, parts.Authority));
        services.AddOptions<KeyManagementOptions>().PostConfigure<KeyRows, IKeyWrap>((keys, rows, wrap) =>
        {
            keys.XmlRepository = rows;
            keys.XmlEncryptor = new KeyEncryptor(wrap);
        });
        return services;
    }
}
