<#-- Every page of both realms, in the app's font and colours (look.css). No script, nothing from elsewhere. -->
<#macro page title css="">
<!DOCTYPE html>
<html lang="nb">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  <link rel="icon" href="${url.resourcesPath}/img/icon.svg" type="image/svg+xml">
  <link rel="preload" href="${url.resourcesPath}/font/source-sans-3.woff2" as="font" type="font/woff2" crossorigin>
  <link rel="stylesheet" href="${url.resourcesPath}/css/look.css">
  <link rel="stylesheet" href="${url.resourcesPath}/css/page.css">
  <#if css?has_content><link rel="stylesheet" href="${url.resourcesPath}/css/${css}.css"></#if>
</head>
<body>
  <#nested>
</body>
</html>
</#macro>

<#macro back>
  <#if (client.baseUrl)?has_content>
    <p class="back"><a href="${client.baseUrl}">Tilbake til Samsnakk</a></p>
  </#if>
</#macro>

<#-- What Keycloak's own pages call. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
  <@page title="Samsnakk – innlogging">
    <main class="sheet">
      <h1><#nested "header"></h1>
      <#if displayMessage && message?has_content>
        <p class="alert" role="alert">${kcSanitize(message.summary)?no_esc}</p>
      </#if>
      <#nested "form">
      <#if displayInfo><#nested "info"></#if>
      <@back/>
    </main>
  </@page>
</#macro>
