; What the installer does beyond copying files: the command `faceward` on the machine's search path, and nothing of a site's
; data ever deleted.

; PowerShell, because the path may be longer than a string of NSIS, which would cut it off. It is read and written unexpanded.
!macro setSearchPath SUFFIX
  nsExec::ExecToLog `powershell.exe -NoProfile -NonInteractive -Command "\
    $$key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('SYSTEM\CurrentControlSet\Control\Session Manager\Environment', $$true); \
    $$folder = '$INSTDIR\resources\bin'; \
    $$others = $$key.GetValue('Path', '', 'DoNotExpandEnvironmentNames').Split(';') | Where-Object { $$_ -and $$_ -ne $$folder }; \
    $$key.SetValue('Path', ((@($$others) ${SUFFIX}) -join ';'), 'ExpandString')"`
  Pop $0
  ; Windows that are opened from now on know of it.
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
!macroend

!macro customInstall
  !insertmacro setSearchPath "+ $$folder"
!macroend

!macro customUnInit
  ; electron-builder's uninstallers know this option. It would delete the folder in which a site has its data.
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "--delete-app-data" $R1
  ${IfNot} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "Faceward is not uninstalled with --delete-app-data: it would delete the sessions of this site. Uninstall it without that option; to delete the data as well, delete its folder yourself." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend

!macro customUnInstall
  ; An update uninstalls the version before it and then sets the path anew.
  ${IfNot} ${isUpdated}
    !insertmacro setSearchPath ""
  ${EndIf}
!macroend
