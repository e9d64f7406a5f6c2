using System.Text.Encodings.Web;
using System.Text.Unicode;
using Directives.Access;
using Directives.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Directives.Web;

/// <summary>Everything the web side registers; both engines call it. What it asks of the engine is named at <see cref="SiteEndpoints"/>.</summary>
public static class SiteServices
{
    /// <summary>Registers the site.</summary>
    /// <param name="keys">Folder for the keys that protect cookies and forms where no installation keeps them in its tables.</param>
    public static IServiceCollection AddDirectiveWeb(this IServiceCollection services, SiteOptions site, DirectoryInfo? keys = null)
    {
        services.AddSingleton(site);
        services.PostConfigure<LoggerFilterOptions>(QuietLogs.Quiet);
        // Vietnamese letters as they are: entities would triple a page.
        services.Replace(ServiceDescriptor.Singleton(HtmlEncoder.Create(UnicodeRanges.All)));
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        var protection = services.AddDataProtection().SetApplicationName("Directive")
            // Quicker than the default and as strong; what older keys sealed is still read.
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        if (keys is not null) protection.PersistKeysToFileSystem(keys);
        services.Configure<FormOptions>(FormLimits.Set);
        services.Configure<KestrelServerOptions>(RequestLimits.Set);
        RateLimiting.Add(services);
        ApiDocument.Add(services, site);
        AddAccess(services, site);
        return services;
    }

    private static void AddAccess(IServiceCollection services, SiteOptions site)
    {
        SessionCookie.Add(services, site);
        var named = new AuthorizationPolicyBuilder().AddRequirements(new AdmissionRequirement()).Build();
        services.AddAuthorizationBuilder().AddPolicy(Admits.PolicyName, named).SetFallbackPolicy(named).SetDefaultPolicy(named);
        services.AddScoped<IAuthorizationHandler, AdmissionHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AdmissionRefusal>();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = SessionCookie.Name(site, "form");
            form.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
            form.Cookie.SecurePolicy = SessionCookie.Secure(site);
            form.Cookie.Path = "/";
            form.SuppressXFrameOptionsHeader = true;
        });
    }
}
