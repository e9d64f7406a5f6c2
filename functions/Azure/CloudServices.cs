using Directives.Access.Entra;
using Directives.Mail.Deliveries;
using Directives.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Cloud;

/// <summary>What the functions ask for.</summary>
internal static class CloudServices
{
    /// <summary>Registers the installation, the site and what keeps its alarms.</summary>
    public static IServiceCollection AddDirectiveCloud(this IServiceCollection services, CloudInstallation cloud)
    {
        services.AddDirectiveEngine(cloud.Installation);
        services.AddSingleton<AlarmLine>().AddSingleton<SiteRunner>();
        services.AddHostedService<BellLoop>();
        // Without the provider's key nobody's word on letters is heard.
        if (cloud.Settings.Mail.SendGrid.EventKey is { Length: > 0 } key)
            services.AddSingleton(new EventGate(cloud.Installation.Parts.Tables, cloud.Mark.Authority, key, TimeProvider.System));
        return services.AddDirectiveWeb(new SiteOptions
        {
            PublicAddress = cloud.Settings.PublicAddress,
            OtherHosts = cloud.Settings.OtherHosts,
            // No demonstration here, whatever the tables hold.
            IsSample = false,
            Entra = Entra(),
        });
    }

    private static EntraOptions? Entra()
    {
        try
        {
            return EntraOptions.Read(Environment.GetEnvironmentVariable);
        }
        catch (FormatException e)
        {
            throw new CannotStartException(e.Message);
        }
    }
}
